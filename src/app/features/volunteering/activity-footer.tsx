import { View } from '@tarojs/components'
import type { Activity, MyShift, Shift } from '#contract/volunteering-shapes'
import { Button } from '#app/components/button.tsx'
import { arrivalLink } from '#app/features/volunteering/my-shift-words'
import { ARRIVE_PATH } from '#app/features/volunteering/paths'
import { spanWords, standingOf, stepOf } from '#app/features/volunteering/shift-rules'
import { go } from '#app/platform/navigation'
import './activity-footer.scss'

interface Props {
  activity: Activity
  shift: Shift
  now: Date
  onJoin: () => void
}

/** Whether the prompt in the middle is open is asked on the next page: here it is enough to lead there. */
const stepHere = (signUp: MyShift['signUp'], shift: Shift, now: Date) => stepOf({ shift, signUp, isMidwayOpen: false }, now)

/** The one button of the page for the chosen shift, or nothing where nothing can be done. */
export function ActivityFooter({ activity, shift, now, onJoin }: Props) {
  const standing = standingOf(shift, activity.state, now)
  if (standing === 'open' || standing === 'full')
    return (
      <View className="activity-footer">
        <View className="activity-footer__when">{[spanWords(shift, now), shift.position].filter(Boolean).join(' · ')}</View>
        <Button word={standing === 'open' ? '报名' : '排候补'} onPress={onJoin} />
      </View>
    )
  const word = shift.mySignUp && arrivalLink[stepHere(shift.mySignUp, shift, now)]
  return word ? <Button word={word} icon="scan" onPress={() => go(ARRIVE_PATH, { shiftId: shift.shiftId })} /> : null
}

/** Whether there is one; a bar with nothing on it would only take room. */
export function hasFooter(activity: Activity, shift: Shift, now: Date): boolean {
  const standing = standingOf(shift, activity.state, now)
  if (standing === 'open' || standing === 'full') return true
  return shift.mySignUp !== undefined && arrivalLink[stepHere(shift.mySignUp, shift, now)] !== undefined
}
