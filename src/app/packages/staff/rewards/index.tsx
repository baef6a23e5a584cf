import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { keepsShelf } from '#app/features/rewards/shelf-role-rules'
import { staffPaths } from '#app/platform/staff-paths'
import { HandOver } from '#app/packages/staff/rewards/hand-over.tsx'
import { ManagedRewards } from '#app/packages/staff/rewards/managed-rewards.tsx'
import { ServeList } from '#app/packages/staff/rewards/serve-list.tsx'
import { deployment } from '#app/platform/deployment'
import { keepInAddress } from '#app/platform/keep-in-address'
import { go, replace, useParams } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useNow } from '#app/platform/use-now'
import './index.scss'

const parts = [
  { value: 'serve', word: '领取' },
  { value: 'rewards', word: '奖品' }
] as const
type Part = (typeof parts)[number]['value']

function Desk() {
  const now = useNow()
  const arrived = useParams()
  const [part, setPart] = useState<Part>(arrived.part === 'rewards' ? 'rewards' : 'serve')
  const [handedOver, setHandedOver] = useState(0)
  useEffect(() => keepInAddress(staffPaths.rewards, { part }), [part])
  return (
    <Screen title="积分超市管理" width="wide">
      <View className="reward-desk__parts">
        <Segmented label="看什么" options={parts} value={part} onChange={setPart} />
      </View>
      {part === 'serve' ? (
        <View className="reward-desk__serve">
          <HandOver onDone={() => setHandedOver(handedOver + 1)} />
          <ServeList now={now} handedOver={handedOver} />
        </View>
      ) : (
        <ManagedRewards />
      )}
    </Screen>
  )
}

/** The shelf as those see it who look after it: handing over, what waits, rewards and stock. */
export default function RewardDeskPage() {
  if (keepsShelf(usePerson()?.grants ?? [])) return <Desk />
  return (
    <Screen title="积分超市管理">
      <ErrorState
        sentence="这里由社区联络员、督导员和管理员来管，你现在的身份看不到。"
        action={{ word: '换个身份登录', onPress: () => (deployment.isBrowser ? replace(staffPaths.signIn) : go('/pages/me/index')) }}
      />
    </Screen>
  )
}
