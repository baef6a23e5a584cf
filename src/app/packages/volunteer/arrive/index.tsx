import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ArriveView } from '#app/features/volunteering/arrive-view.tsx'
import { MyCode } from '#app/features/volunteering/my-code.tsx'
import { inOrder, stepOf } from '#app/features/volunteering/shift-rules'
import { useMyShifts } from '#app/features/volunteering/use-my-shifts'
import { switchTab, useParams } from '#app/platform/navigation'
import { goSignIn, usePerson } from '#app/platform/session'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** The shift the page was opened for; without one, the one that is due now. */
function useShiftHere(now: Date) {
  const { shiftId } = useParams()
  const asked = useMyShifts()
  const due = asked.value && inOrder(asked.value, now).next
  const isDue = due && ['in', 'midway', 'out'].includes(stepOf(due, now))
  const mine = shiftId ? asked.value?.find(({ shift }) => shift.shiftId === shiftId) : isDue ? due : undefined
  return { asked, mine }
}

function OnSite({ onShowCode }: { onShowCode: () => void }) {
  const now = useNow()
  const { asked, mine } = useShiftHere(now)
  if (mine) return <ArriveView key={mine.shift.shiftId} mine={mine} now={now} onChange={asked.again} onShowCode={onShowCode} />
  if (asked.state === 'waiting') return <Skeleton shape="rows" />
  if (asked.state === 'failed') return <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
  return (
    <EmptyState
      scene="bench"
      sentence="现在没有要签到的时段"
      line="签到从开始前一小时起。看看接下来有什么。"
      action={{ word: '去志愿', onPress: () => switchTab('/pages/volunteer/index') }}
    />
  )
}

export default function ArrivePage() {
  const { show } = useParams()
  const person = usePerson()
  const [showsCode, setShowsCode] = useState(show === 'code')
  if (!person)
    return (
      <Screen title="签到签退">
        <EmptyState scene="lantern" sentence="先登录，再签到" action={{ word: '去登录', onPress: goSignIn }} />
      </Screen>
    )
  if (showsCode)
    return (
      <Screen title="我的码" footer={<Button word="去扫现场的码" look="quiet" icon="scan" onPress={() => setShowsCode(false)} />}>
        <MyCode />
      </Screen>
    )
  return (
    <Screen title="签到签退">
      <View>
        <OnSite onShowCode={() => setShowsCode(true)} />
      </View>
    </Screen>
  )
}
