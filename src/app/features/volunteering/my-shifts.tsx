import { View } from '@tarojs/components'
import type { MyShift } from '#contract/volunteering-shapes'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { MyShiftRow } from '#app/features/volunteering/my-shift-row.tsx'
import { OfferCard } from '#app/features/volunteering/offer-card.tsx'
import { inOrder } from '#app/features/volunteering/shift-rules'
import { useMyShifts } from '#app/features/volunteering/use-my-shifts'
import { switchTab } from '#app/platform/navigation'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

function Rows({ title, shifts, now }: { title: string; shifts: readonly MyShift[]; now: Date }) {
  if (shifts.length === 0) return null
  return (
    <Section title={title}>
      <ListGroup>
        {shifts.map(mine => (
          <MyShiftRow key={mine.shift.shiftId} mine={mine} now={now} />
        ))}
      </ListGroup>
    </Section>
  )
}

/** Every shift I signed up for: what waits for an answer, what comes, what was. */
export function MyShifts({ now }: { now: Date }) {
  const asked = useMyShifts()
  if (!asked.value && asked.state === 'waiting') return <Skeleton shape="rows" count={4} />
  if (!asked.value) return <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
  const { offers, next, others } = inOrder(asked.value, now)
  const coming = next ? [next, ...others] : []
  const past = asked.value.filter(mine => !coming.includes(mine) && !offers.includes(mine))
  if (asked.value.length === 0)
    return (
      <EmptyState
        scene="garden"
        sentence="还没有报过名"
        line="一两个小时，就在家门口。"
        action={{ word: '找一个时段', onPress: () => switchTab('/pages/volunteer/index') }}
      />
    )
  return (
    <View>
      {offers.map(offer => (
        <OfferCard key={offer.shift.shiftId} mine={offer} now={now} onAnswered={asked.again} />
      ))}
      <Rows title="接下来" shifts={coming} now={now} />
      <Rows title="最近 30 天" shifts={past} now={now} />
    </View>
  )
}
