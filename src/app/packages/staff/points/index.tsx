import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { keepsBooks } from '#app/features/rewards/shelf-role-rules'
import { staffPaths } from '#app/platform/staff-paths'
import { Adjustments } from '#app/packages/staff/points/adjustments.tsx'
import { AuditSearch } from '#app/packages/staff/points/audit-search.tsx'
import { RuleSettings } from '#app/packages/staff/points/rule-settings.tsx'
import { Summary } from '#app/packages/staff/points/summary.tsx'
import { deployment } from '#app/platform/deployment'
import { keepInAddress } from '#app/platform/keep-in-address'
import { go, replace, useParams } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useNow } from '#app/platform/use-now'
import './index.scss'

const parts = [
  { value: 'summary', word: '总账' },
  { value: 'rules', word: '规则' },
  { value: 'adjustments', word: '更正' },
  { value: 'audit', word: '查账' }
] as const
type Part = (typeof parts)[number]['value']

function Books() {
  const now = useNow()
  const arrived = useParams()
  const [part, setPart] = useState<Part>(parts.find(({ value }) => value === arrived.part)?.value ?? 'summary')
  useEffect(() => keepInAddress(staffPaths.points, { part }), [part])
  return (
    <Screen title="积分账" width="wide">
      <View className="books__parts">
        <Segmented label="看什么" options={parts} value={part} onChange={setPart} />
      </View>
      {part === 'summary' && <Summary now={now} />}
      {part === 'rules' && <RuleSettings now={now} />}
      {part === 'adjustments' && <Adjustments now={now} />}
      {part === 'audit' && <AuditSearch now={now} />}
    </Screen>
  )
}

/** The books of the city office: what was issued and is owed, by which rules, what was put right by hand, and every line for an auditor. */
export default function PointsOfficePage() {
  if (keepsBooks(usePerson()?.grants ?? [])) return <Books />
  return (
    <Screen title="积分账">
      <ErrorState
        sentence="这里由创建办的督导员和管理员来看，你现在的身份看不到。"
        action={{ word: '换个身份登录', onPress: () => (deployment.isBrowser ? replace(staffPaths.signIn) : go('/pages/me/index')) }}
      />
    </Screen>
  )
}
