import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PresencePhase } from '#contract/volunteering-states'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { spanWords, timeOf } from '#app/features/organising/city-time-rules'
import { DeskCode } from '#app/features/organising/desk-code.tsx'
import { opensAt, phaseAt, type DeskKit } from '#app/features/organising/desk-kit-rules'
import { DeskPrompts } from '#app/features/organising/desk-prompts.tsx'
import { DeskScanPart } from '#app/features/organising/desk-scan-part.tsx'
import { useDeskKit } from '#app/features/organising/use-desk-kit'
import { useDeskScanner } from '#app/features/organising/use-desk-scanner'
import { useRoster } from '#app/features/organising/use-roster'
import { DeskRoster } from '#app/packages/staff/desk/desk-roster.tsx'
import { WholeCode } from '#app/packages/staff/desk/whole-code.tsx'
import { useAwakeScreen } from '#app/platform/keep-awake'
import { useKeys } from '#app/platform/keyboard'
import { useIsOnline } from '#app/platform/network'
import { back, useParams } from '#app/platform/navigation'
import { useIsWide } from '#app/platform/use-is-wide'
import { useNow } from '#app/platform/use-now'
import { phaseWords } from '#app/words/organising'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

/** 现场台: the desk of one shift, on a phone held up or a laptop on a table; it goes on without network. */
export default function DeskPage() {
  const { shift } = useParams()
  if (shift) return <Kit shiftId={shift} />
  return (
    <Screen title="现场台">
      <EmptyState scene="street" sentence="没有说是哪个时段。" action={{ word: '返回', onPress: back }} />
    </Screen>
  )
}

function Kit({ shiftId }: { shiftId: string }) {
  const { kit, state, error, again } = useDeskKit(shiftId)
  if (kit) return <Desk key={shiftId} kit={kit} />
  return (
    <Screen title="现场台">
      {state === 'waiting' ? (
        <Skeleton shape="card" count={2} />
      ) : (
        <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
      )}
    </Screen>
  )
}

type Part = 'code' | 'scan' | 'roster'
const partWords = [
  { value: 'code', word: '出示码' },
  { value: 'scan', word: '扫他的码' },
  { value: 'roster', word: '名单' }
] as const satisfies readonly { value: Part; word: string }[]

function Desk({ kit }: { kit: DeskKit }) {
  const now = useNow()
  const isWide = useIsWide()
  const [part, setPart] = useState<Part>('code')
  const [isWhole, setIsWhole] = useState(false)
  const [chosen, setChosen] = useState<PresencePhase | undefined>(undefined)
  const roster = useRoster(kit.shiftId, true)
  const isMidway = roster.value?.midwayUntil !== undefined
  const phase = chosen && (chosen !== 'midway' || isMidway) ? chosen : phaseAt(now, kit)
  const scanner = useDeskScanner(kit.shiftId, phase, () => void roster.again())
  useAwakeScreen(true)
  useKeys({ f: () => setIsWhole(!isWhole), F: () => setIsWhole(!isWhole), Escape: () => setIsWhole(false) })

  const phases = (['in', ...(isMidway ? (['midway'] as const) : []), 'out'] as const).map(value => ({
    value: value,
    word: phaseWords[value]
  }))
  const showMidway = () => {
    setChosen('midway')
    setPart('code')
  }
  const isMidwayShown = phase === 'midway' && (isWide || part === 'code')
  const code = (
    <View className="desk__code">
      <DeskCode kit={kit} phase={phase} />
      <Button word="放大给大家扫" keyWord="F" look="quiet" icon="eye" onPress={() => setIsWhole(true)} />
    </View>
  )
  const scan = <DeskScanPart shiftId={kit.shiftId} phase={phase} scanner={scanner} />
  const people = <DeskRoster roster={roster} />
  return (
    <Screen title="现场台" width={isWide ? 'wide' : 'column'}>
      <DeskHead kit={kit} title={roster.value?.title} now={now} />
      {roster.value && (
        <DeskPrompts roster={roster.value} onDone={() => void roster.again()} {...(!isMidwayShown && { onShowMidway: showMidway })} />
      )}
      <View className="desk__choices">
        <Segmented label="哪一步" options={phases} value={phase} onChange={setChosen} />
        {!isWide && <Segmented label="做什么" options={partWords} value={part} onChange={setPart} />}
      </View>
      {isWide ? (
        <View className="desk">
          <View>{code}</View>
          <View className="desk__side">
            {scan}
            {people}
          </View>
        </View>
      ) : (
        <View>{part === 'code' ? code : part === 'scan' ? scan : people}</View>
      )}
      {isWhole && <WholeCode kit={kit} phase={phase} onClose={() => setIsWhole(false)} />}
    </Screen>
  )
}

function DeskHead({ kit, title, now }: { kit: DeskKit; title?: string; now: Date }) {
  const isOnline = useIsOnline()
  const opens = opensAt(kit)
  return (
    <View className="desk__head">
      {title && <View className="desk__title">{title}</View>}
      <View className="desk__line">{spanWords(kit.startsAt, kit.endsAt)}</View>
      {now < opens && <Notice tone="wait" icon="clock">{`签到从 ${timeOf(opens)} 开始，之前扫了不算。`}</Notice>}
      {!isOnline && (
        <Notice tone="info" icon="offline">
          没有网络也能接着用：码在这台手机上算，扫到的先记着，连上后自动补交。
        </Notice>
      )}
    </View>
  )
}
