import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Activity, Shift } from '#contract/volunteering-shapes'
import { signUpFacts } from '#contract/volunteering-states'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { LeaveDialog } from '#app/features/volunteering/leave-dialog.tsx'
import { reasonWords } from '#app/features/volunteering/my-shift-words'
import { OfferCard } from '#app/features/volunteering/offer-card.tsx'
import { freeToLeaveUntil, spanWords, wouldLeaveLate } from '#app/features/volunteering/shift-rules'
import { addToCalendar } from '#app/platform/calendar'
import { deployment } from '#app/platform/deployment'
import { askForReminder, canAskForReminder } from '#app/platform/subscribe'
import { toast } from '#app/platform/toast'
import { momentWords } from '#app/words/time-words'
import { attendanceWords, calledOffWords, signUpWords } from '#app/words/volunteering'
import './my-sign-up.scss'

/** Where the page goes after signing up: the answer stands there. */
export const MY_SIGN_UP_ID = 'my-sign-up'

interface Props {
  activity: Activity
  shift: Shift
  now: Date
  /** What signing up just now came to, said in place of how it stands. */
  result: { shiftId: string; sentence: string } | undefined
  onChange: () => Promise<unknown>
}

const mayLeave = (shift: Shift, now: Date) =>
  shift.mySignUp !== undefined &&
  signUpFacts[shift.mySignUp.state].isLive &&
  shift.mySignUp.state !== 'present' &&
  Date.parse(shift.startsAt) > now.getTime()

function keepInCalendar({ title, meetingPlace, communityName }: Activity, { shiftId, startsAt, endsAt }: Shift) {
  const place = [communityName, meetingPlace].filter(Boolean).join(' ')
  return addToCalendar({ title, startsAt, endsAt, place, fileAddress: `/calendar/${shiftId}.ics` })
}

/** WeChat asks only from a tap, never after an answer of the server, so signing up cannot ask by itself. */
function ReminderRow() {
  const [isGranted, setIsGranted] = useState(false)
  if (isGranted || !canAskForReminder) return null
  const ask = async () => {
    if (!(await askForReminder())) return
    setIsGranted(true)
    toast('好的，开始前会在微信里提醒你')
  }
  return <ListRow icon="bell" title="微信提醒我" line="开始前收到一条微信消息" onPress={() => void ask()} />
}

/** The organiser moved the shift: when it is now, and until when one may leave without a fault. */
function MovedNotice({ shift, now }: { shift: Shift; now: Date }) {
  const until = freeToLeaveUntil(shift, now)
  if (!until) return null
  return (
    <Notice tone="wait" icon="clock">
      {`组织者改过时间，现在是 ${spanWords(shift, now)}。来不了的话，${momentWords(until, now)}前退出不算临时取消。`}
    </Notice>
  )
}

/** How my sign-up for the chosen shift stands, and what I may do about it. */
export function MySignUp({ activity, shift, now, result, onChange }: Props) {
  const [asksToLeave, setAsksToLeave] = useState(false)
  const { mySignUp } = shift
  if (!mySignUp) return null
  const isOff = shift.isCancelled || activity.state === 'cancelled'
  const joined = isOff && mySignUp.state === 'cancelled_by_organiser' ? calledOffWords : signUpWords[mySignUp.state]
  const words = mySignUp.attendance === 'none' ? joined : attendanceWords[mySignUp.attendance]
  const isComing = signUpFacts[mySignUp.state].isLive && Date.parse(shift.endsAt) > now.getTime()
  const standing = (mySignUp.position ? `你排在第 ${mySignUp.position} 位。` : '') + words.sentence + reasonWords(mySignUp.reason)
  const save = async () => {
    if ((await keepInCalendar(activity, shift)) && !deployment.isBrowser) toast('已记进手机日历')
  }
  if (mySignUp.state === 'offered')
    return <OfferCard mine={{ ...activity, shift, signUp: mySignUp, isMidwayOpen: false }} now={now} onAnswered={onChange} />
  return (
    <View className="my-sign-up" id={MY_SIGN_UP_ID} role="status">
      <Notice tone={words.tone} icon={words.icon}>
        {isComing && result?.shiftId === shift.shiftId ? result.sentence : standing}
      </Notice>
      {isComing && <MovedNotice shift={shift} now={now} />}
      {isComing && (
        <ListGroup>
          <ListRow
            icon="calendar"
            title="记进日历"
            line={deployment.isBrowser ? '下载日历文件，提前一小时提醒' : '提前一小时提醒'}
            onPress={() => void save()}
          />
          <ReminderRow />
          {mayLeave(shift, now) && (
            <ListRow
              icon="undo"
              title={mySignUp.state === 'waitlisted' ? '退出候补' : '来不了，退出'}
              line={mySignUp.state !== 'waitlisted' && wouldLeaveLate(shift, now) ? '不到 24 小时了，算一次临时取消' : '现在退出没有影响'}
              onPress={() => setAsksToLeave(true)}
            />
          )}
        </ListGroup>
      )}
      <LeaveDialog shift={shift} isOpen={asksToLeave} onClose={() => setAsksToLeave(false)} onLeft={onChange} now={now} />
    </View>
  )
}
