import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RedemptionState, StaffRedemption } from '#contract/points-shapes'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { useAct } from '#app/features/organising/use-act'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { call } from '#app/platform/call-operation'
import { usePages } from '#app/platform/use-pages'
import { wordsForReading } from '#app/words/refusals'
import { redemptionWords } from '#app/words/rewards'
import { agoWords, countdownWords } from '#app/words/time-words'
import { wayOn } from '#app/words/way-on'

const states = [
  { value: 'confirmed', word: '要备货' },
  { value: 'ready', word: '等人来领' },
  { value: 'fulfilled', word: '领走了' },
  { value: 'expired', word: '没来领' }
] as const satisfies readonly { value: RedemptionState; word: string }[]
type Shown = (typeof states)[number]['value']

const empty: Record<Shown, string> = {
  confirmed: '没有要备的货',
  ready: '没有等着领的',
  fulfilled: '还没有人来领过',
  expired: '没有过期没领的'
}

function Row({ redemption, now, onReady }: { redemption: StaffRedemption; now: Date; onReady: () => void }) {
  const { title, quantity, maskedName, state, createdAt, keptUntil, isOnBehalf } = redemption
  const { tone, word, icon } = redemptionWords[state]
  const when = keptUntil && state === 'ready' ? countdownWords(keptUntil, now) : `${agoWords(createdAt, now)}兑换`
  return (
    <ListRow
      title={`${maskedName} · ${quantity > 1 ? `${title} × ${quantity}` : title}`}
      line={[when, isOnBehalf && '同事代办'].filter(Boolean).join(' · ')}
      end={
        state === 'confirmed' ? (
          <Button word="备好了" look="quiet" isNarrow onPress={onReady} />
        ) : (
          <StateChip tone={tone} word={word} icon={icon} />
        )
      }
    />
  )
}

/** What waits to be prepared or fetched, and what was; `handedOver` moves on when something was handed over beside it. */
export function ServeList({ now, handedOver }: { now: Date; handedOver: number }) {
  const [state, setState] = useState<Shown>('ready')
  const { fault, act } = useAct()
  const read = async (cursor?: string) => {
    const { redemptions, nextCursor } = await call.points.listRedemptionsToServe({ state, ...(cursor && { cursor }) })
    return { rows: redemptions, nextCursor }
  }
  const pages = usePages<StaffRedemption>(`${state} ${handedOver}`, read, ({ redemptionId }) => redemptionId)
  const markReady = async (redemptionId: string) => {
    if (await act(() => call.points.markRedemptionReady({ redemptionId }), '备好了，他能看到')) pages.drop(redemptionId)
  }
  return (
    <Section title="名单">
      <Segmented label="看哪些" options={states} value={state} onChange={setState} />
      <View className="sheet-form__gap" />
      <ActFault fault={fault} />
      {pages.state === 'waiting' && <Skeleton shape="rows" count={4} />}
      {pages.state === 'failed' && <ErrorState sentence={wordsForReading(pages.error)} action={wayOn(pages.error, pages.again)} />}
      {pages.state === 'there' && pages.rows.length === 0 && <EmptyState scene="garden" sentence={empty[state]} />}
      {pages.rows.length > 0 && (
        <ListGroup>
          {pages.rows.map(redemption => (
            <Row key={redemption.redemptionId} redemption={redemption} now={now} onReady={() => void markReady(redemption.redemptionId)} />
          ))}
        </ListGroup>
      )}
      {pages.hasMore && <Button word="看后面的" look="quiet" isLoading={pages.isLoadingMore} onPress={() => void pages.more()} />}
    </Section>
  )
}
