import { View } from '@tarojs/components'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { MyShiftRow } from '#app/features/volunteering/my-shift-row.tsx'
import { NextShift } from '#app/features/volunteering/next-shift.tsx'
import { OfferCard } from '#app/features/volunteering/offer-card.tsx'
import { SERVICE_PATH } from '#app/features/volunteering/paths'
import { calledOff, inOrder } from '#app/features/volunteering/shift-rules'
import type { useMyShifts } from '#app/features/volunteering/use-my-shifts'
import { go } from '#app/platform/navigation'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

const OTHERS_SHOWN_MAX = 2

interface Props {
  mine: ReturnType<typeof useMyShifts>
  now: Date
}

/** What is mine and due: offers, the next shift, what was called off, and two more. Nothing at all where nothing is. */
export function MyNext({ mine, now }: Props) {
  if (!mine.value && mine.state === 'waiting') return <Skeleton shape="rows" />
  if (!mine.value) return <ErrorState sentence={wordsForReading(mine.error)} action={wayOn(mine.error, mine.again)} />
  const { offers, next, others } = inOrder(mine.value, now)
  const rows = [...calledOff(mine.value, now), ...others.slice(0, OTHERS_SHOWN_MAX)]
  if (offers.length === 0 && !next && rows.length === 0) return null
  return (
    <Section title="我的时段" action={{ word: '全部', onPress: () => go(SERVICE_PATH, { view: 'shifts' }) }}>
      {offers.map(offer => (
        <OfferCard key={offer.shift.shiftId} mine={offer} now={now} onAnswered={mine.again} />
      ))}
      <View>{next && <NextShift mine={next} now={now} />}</View>
      {rows.length > 0 && (
        <ListGroup>
          {rows.map(other => (
            <MyShiftRow key={other.shift.shiftId} mine={other} now={now} />
          ))}
        </ListGroup>
      )}
    </Section>
  )
}
