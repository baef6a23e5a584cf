import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { AuditList } from '#app/features/organising/audit-list.tsx'
import { ChainNotice } from '#app/features/organising/chain-notice.tsx'
import { FlagList } from '#app/features/organising/flag-list.tsx'
import { OfficePart } from '#app/features/organising/office-part.tsx'
import { OrganisationBars } from '#app/features/organising/organisation-bars.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { call } from '#app/platform/call-operation'
import { keepInAddress } from '#app/platform/keep-in-address'
import { back, useParams } from '#app/platform/navigation'
import { Refused } from '#app/platform/refused'
import { useAsked } from '#app/platform/use-asked'
import { useIsWide } from '#app/platform/use-is-wide'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

const readBoard = () => call.volunteering.getIntegrityBoard({})
type Board = Awaited<ReturnType<typeof readBoard>>

const parts = ['flags', 'audits', 'office'] as const
type Part = (typeof parts)[number]

/** 诚信看板 of the city office: minutes by grade, what the machine noticed, what the audit drew, and whether the ledger is whole. */
export default function IntegrityPage() {
  const asked = useAsked(readBoard, [])
  if (asked.value) return <Board board={asked.value} again={() => void asked.again()} />
  // Not yours reads like not there.
  const isNotMine = asked.error instanceof Refused && asked.error.code === 'not-found'
  return (
    <Screen title="诚信看板">
      {asked.state === 'waiting' ? (
        <Skeleton shape="card" count={3} />
      ) : (
        <ErrorState
          sentence={isNotMine ? '这里由创建办的督导员和管理员来看，你现在的身份看不到。' : wordsForReading(asked.error)}
          action={isNotMine ? { word: '返回', onPress: back } : wayOn(asked.error, asked.again)}
        />
      )}
    </Screen>
  )
}

function Board({ board, again }: { board: Board; again: () => void }) {
  const arrived = useParams().part
  const [part, setPart] = useState<Part>(parts.find(name => name === arrived) ?? 'flags')
  const isWide = useIsWide()
  useEffect(() => keepInAddress(staffPaths.integrity, { part }), [part])
  const open = board.flags.filter(({ decision }) => decision === undefined)
  const decided = board.flags.filter(({ decision }) => decision !== undefined)
  const options = [
    { value: 'flags' as const, word: '疑点', count: open.length },
    { value: 'audits' as const, word: '抽查', count: board.audits.filter(({ outcome }) => outcome === undefined).length },
    { value: 'office' as const, word: '导出与撤销' }
  ]
  return (
    <Screen title="诚信看板" width={isWide ? 'wide' : 'column'}>
      <ChainNotice chain={board.chain} />
      <View className="integrity">
        <Section title="各组织的时长，按等级">
          <OrganisationBars organisations={board.organisations} />
        </Section>
        <View className="integrity__part">
          <Segmented label="看什么" options={options} value={part} onChange={setPart} />
          {part === 'flags' && <FlagList flags={[...open, ...decided]} onDone={again} />}
          {part === 'audits' && <AuditList audits={board.audits} onDone={again} />}
          {part === 'office' && <OfficePart />}
        </View>
      </View>
    </Screen>
  )
}
