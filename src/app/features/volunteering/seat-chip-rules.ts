import type { ActivityCard } from '#contract/volunteering-shapes'
import type { IconName } from '#app/components/icon-names'
import { signUpWords } from '#app/words/volunteering'

interface Chip {
  tone: 'good' | 'wait' | 'bad' | 'info'
  word: string
  icon?: IconName
}

/** With so few seats left, they are named as people still missing. */
const FEW_SEATS = 3

type Seats = Pick<ActivityCard, 'state' | 'mySignUp' | 'seatsLeft' | 'startsAt' | 'endsAt'>

/** What matters most about an activity to somebody who looks for one. */
export function seatChip({ state, mySignUp, seatsLeft, startsAt, endsAt }: Seats, now: Date): Chip {
  if (state === 'cancelled') return { tone: 'bad', word: '已取消' }
  if (Date.parse(endsAt) <= now.getTime()) return { tone: 'info', word: '已结束' }
  if (mySignUp) return { tone: signUpWords[mySignUp].tone, word: signUpWords[mySignUp].word, icon: signUpWords[mySignUp].icon }
  // Nobody joins or waits for what has begun.
  if (Date.parse(startsAt) <= now.getTime()) return { tone: 'info', word: '正在进行', icon: 'clock' }
  return seatsChip(seatsLeft)
}

export function seatsChip(seatsLeft: number): Chip {
  if (seatsLeft === 0) return { tone: 'info', word: '满了，可候补', icon: 'clock' }
  if (seatsLeft <= FEW_SEATS) return { tone: 'wait', word: `还差 ${seatsLeft} 人`, icon: 'people' }
  return { tone: 'good', word: `还有 ${seatsLeft} 个名额`, icon: 'people' }
}
