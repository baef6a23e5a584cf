import type { MyShift } from '#contract/volunteering-shapes'
import { ListRow } from '#app/components/list-row.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { standingChip } from '#app/features/volunteering/my-shift-words'
import { ACTIVITY_PATH, ARRIVE_PATH } from '#app/features/volunteering/paths'
import { spanWords, stepOf } from '#app/features/volunteering/shift-rules'
import { go } from '#app/platform/navigation'

const opensArrival = ['in', 'midway', 'out', 'served', 'missed'] as const

/** A shift of mine in a list. */
export function MyShiftRow({ mine, now }: { mine: MyShift; now: Date }) {
  const { shift, activityId } = mine
  const isOnSite = opensArrival.some(step => step === stepOf(mine, now))
  return (
    <ListRow
      title={mine.title}
      line={`${spanWords(shift, now)} · ${mine.communityName}`}
      end={<StateChip {...standingChip(mine)} />}
      onPress={() => (isOnSite ? go(ARRIVE_PATH, { shiftId: shift.shiftId }) : go(ACTIVITY_PATH, { activityId, shiftId: shift.shiftId }))}
    />
  )
}
