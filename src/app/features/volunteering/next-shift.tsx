import { View } from '@tarojs/components'
import type { MyShift } from '#contract/volunteering-shapes'
import { Button } from '#app/components/button.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { arrivalLink, standingChip, standingSentence } from '#app/features/volunteering/my-shift-words'
import { ACTIVITY_PATH, ARRIVE_PATH } from '#app/features/volunteering/paths'
import { spanWords, stepOf } from '#app/features/volunteering/shift-rules'
import { go } from '#app/platform/navigation'
import { usePolite } from '#app/platform/use-polite'
import './next-shift.scss'

/** The shift that needs me first, with the one big button when it is time. */
export function NextShift({ mine, now }: { mine: MyShift; now: Date }) {
  const polite = usePolite()
  const { shift, activityId } = mine
  const word = arrivalLink[stepOf(mine, now)]
  return (
    <View className={`next-shift${word ? ' next-shift--now' : ''}`}>
      <View className="next-shift__head">
        <View className="next-shift__when">{spanWords(shift, now)}</View>
        <StateChip {...standingChip(mine)} />
      </View>
      <View className="next-shift__name">{mine.title}</View>
      <View className="next-shift__line">{[mine.communityName, mine.meetingPlace, shift.position].filter(Boolean).join(' · ')}</View>
      <View className="next-shift__sentence">{polite(standingSentence(mine, now))}</View>
      {word ? (
        <Button word={word} icon="scan" onPress={() => go(ARRIVE_PATH, { shiftId: shift.shiftId })} />
      ) : (
        <Button word="看这个活动" look="quiet" onPress={() => go(ACTIVITY_PATH, { activityId, shiftId: shift.shiftId })} />
      )}
    </View>
  )
}
