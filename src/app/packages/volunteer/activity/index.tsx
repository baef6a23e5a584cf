import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Activity } from '#contract/volunteering-shapes'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ConsentSheet } from '#app/features/people/consent-sheet.tsx'
import { ActivityFooter, hasFooter } from '#app/features/volunteering/activity-footer.tsx'
import { ActivityView } from '#app/features/volunteering/activity-view.tsx'
import { JoinSheet } from '#app/features/volunteering/join-sheet.tsx'
import { MY_SIGN_UP_ID, MySignUp } from '#app/features/volunteering/my-sign-up.tsx'
import { ACTIVITY_PATH } from '#app/features/volunteering/paths'
import { firstToShow } from '#app/features/volunteering/shift-rules'
import { useJoining } from '#app/features/volunteering/use-joining'
import { call } from '#app/platform/call-operation'
import { deployment } from '#app/platform/deployment'
import { useParams, usePullToRefresh } from '#app/platform/navigation'
import { toTop } from '#app/platform/page-place'
import { usePerson } from '#app/platform/session'
import { copyPageAddress, useShare } from '#app/platform/share'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

async function copyAddress(activityId: string) {
  await copyPageAddress(`${ACTIVITY_PATH}?activityId=${activityId}`)
  toast('链接已复制，发给邻居吧')
}

/** The chosen shift: by tap, by the address, else the one that suggests itself. */
function useChosen(activity: Activity | undefined, now: Date) {
  const { shiftId } = useParams()
  const [chosen, setChosen] = useState(shiftId)
  const shift = activity?.shifts.find(one => one.shiftId === chosen) ?? (activity && firstToShow(activity.shifts, activity.state, now))
  return { shift, choose: setChosen }
}

export default function ActivityPage() {
  const { activityId = '' } = useParams()
  const now = useNow()
  const personId = usePerson()?.personId
  const asked = useAsked(() => call.volunteering.getActivity({ activityId }), [activityId, personId])
  const activity = asked.value
  const { shift, choose } = useChosen(activity, now)
  const joining = useJoining(asked.again, () => toTop(MY_SIGN_UP_ID))
  usePullToRefresh(asked.again)
  useShare(() => ({ title: activity?.title ?? '一起做志愿', path: `${ACTIVITY_PATH}?activityId=${activityId}` }))
  const footer = activity && shift && hasFooter(activity, shift, now) && (
    <ActivityFooter activity={activity} shift={shift} now={now} onJoin={() => void joining.ask(shift)} />
  )
  return (
    <Screen title="志愿活动" {...(footer && { footer })}>
      {!activity && asked.state === 'waiting' && (
        <>
          <Skeleton shape="lines" count={2} />
          <Skeleton shape="card" />
        </>
      )}
      {asked.state === 'failed' && <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />}
      {activity && shift && (
        <MySignUp key={shift.shiftId} activity={activity} shift={shift} now={now} result={joining.result} onChange={asked.again} />
      )}
      {activity && <ActivityView activity={activity} now={now} selectedId={shift?.shiftId} onSelect={choose} />}
      {activity && deployment.isBrowser && (
        <View className="activity-page__share">
          <Button word="把链接发给邻居" look="quiet" icon="share" onPress={() => void copyAddress(activityId)} />
        </View>
      )}
      {activity && <JoinSheet activity={activity} joining={joining} now={now} />}
      <ConsentSheet isOpen={joining.sheet === 'consent'} onClose={joining.close} onAgreed={() => void joining.confirm()} />
    </Screen>
  )
}
