import { useCallback } from 'react'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { InterviewDesk } from '#app/features/fielding/interview-desk.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { keepInAddress } from '#app/platform/keep-in-address'
import { useParams } from '#app/platform/navigation'
import { goSignIn, usePerson } from '#app/platform/session'

/** 访问员: households to ask for a survey, at the door or by telephone, with or without network. */
export default function InterviewPage() {
  const person = usePerson()
  const { unit } = useParams()
  const keep = useCallback((sampleId: string | undefined) => keepInAddress(staffPaths.interview, sampleId ? { unit: sampleId } : {}), [])
  if (person) return <InterviewDesk key={person.personId} personId={person.personId} firstId={unit} onShow={keep} />
  return (
    <Screen title="访问员">
      <EmptyState
        scene="street"
        sentence="先登录，再开始访问"
        line="登录后就能看到分给你的户，没有网络也能用。"
        action={{ word: '去登录', onPress: goSignIn }}
      />
    </Screen>
  )
}
