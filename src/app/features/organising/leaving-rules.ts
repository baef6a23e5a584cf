import { OVERTIME_MAX } from '#contract/volunteering-states'

const MINUTE_MILLISECONDS = 60_000

/** What is wrong with the time somebody is said to have left at, in a sentence; undefined where it can be. */
export function leavingFault(
  leftAt: string | undefined,
  { checkedInAt, endsAt, now }: { checkedInAt?: string; endsAt: string; now: Date }
): string | undefined {
  if (!leftAt) return '选上他几点走的。'
  const at = Date.parse(leftAt)
  if (checkedInAt && at <= Date.parse(checkedInAt)) return '走的时间要晚于签到。'
  if (at > now.getTime()) return '走的时间不能在以后。'
  return at > Date.parse(endsAt) + OVERTIME_MAX * MINUTE_MILLISECONDS ? `最多算到结束后 ${OVERTIME_MAX} 分钟。` : undefined
}

/** The most one shift can give, in minutes: its length and the overtime that counts. */
export const creditMinutesMax = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  Math.floor((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MILLISECONDS) + OVERTIME_MAX
