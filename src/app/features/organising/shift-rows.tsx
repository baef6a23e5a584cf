import { Text, View } from '@tarojs/components'
import type { Shift } from '#contract/volunteering-shapes'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { spanWords } from '#app/features/organising/city-time-rules'
import { shiftGateWords, shiftTakenWords } from '#app/features/organising/shift-words-rules'
import { useNow } from '#app/platform/use-now'
import './shift-rows.scss'

interface Props {
  shifts: readonly Shift[]
  onShift: (shift: Shift) => void
}

/** The shifts of an activity, each with how full it is; a tap shows what may be done with it. */
export function ShiftRows({ shifts, onShift }: Props) {
  const now = useNow()
  return (
    <View className="shift-rows">
      {shifts.map(shift => (
        <Pressable
          key={shift.shiftId}
          className={`shift-rows__row${shift.isCancelled ? ' shift-rows__row--cancelled' : ''}`}
          onPress={() => onShift(shift)}
        >
          <View className="shift-rows__words">
            <View className="shift-rows__time">{spanWords(shift.startsAt, shift.endsAt)}</View>
            <View className="shift-rows__line">
              {[shift.position, shiftTakenWords(shift, now), shiftGateWords(shift)].filter(Boolean).join(' · ')}
            </View>
            {!shift.isCancelled && (
              <View className="shift-rows__bar" aria-hidden>
                <View className="shift-rows__filled" style={{ width: `${filledPercent(shift)}%` }} />
              </View>
            )}
          </View>
          <Text className="shift-rows__count">{shift.isCancelled ? '已取消' : `${shift.joinedCount}/${shift.capacity}`}</Text>
          <Icon name="forward" size={18} className="shift-rows__forward" />
        </Pressable>
      ))}
    </View>
  )
}

const filledPercent = ({ capacity, seatsLeft }: Shift) => (capacity === 0 ? 0 : Math.round(((capacity - seatsLeft) / capacity) * 100))
