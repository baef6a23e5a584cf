import type { AttendanceState, Grade, HourEntryState, PresenceSignal, SignUpState } from '#contract/volunteering-states'

/** 750 → 12小时30分钟. Negative and fractional minutes do not occur on a document. */
export function spokenMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest}分钟`
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分钟`
}

/** 2026-11-21 → 2026年11月21日. */
export function spokenDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** A moment as a clock in Shanghai shows it, `2026-11-21 15:30`. */
export const shanghaiTime = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

export const gradeWords: Record<Grade, string> = {
  A: '到场离场都有凭据，并经现场清点',
  B: '到场离场都有凭据',
  C: '一端有凭据，另一端由工作人员证明',
  D: '事后补录，经两人审核'
}

export const signUpWords: Record<SignUpState, string> = {
  pending: '待审核',
  confirmed: '已报名',
  waitlisted: '候补',
  offered: '候补待确认',
  declined: '放弃候补',
  cancelled_early: '已取消',
  cancelled_late: '临时取消',
  cancelled_by_organiser: '组织者取消',
  present: '已到场',
  attended: '已参加',
  no_show: '未到',
  excused: '请假',
  rejected: '未通过'
}

export const attendanceWords: Record<AttendanceState, string> = {
  none: '未签到',
  checked_in: '已签到',
  checked_out: '已签退',
  open_checkout: '缺签退',
  flagged: '待核查',
  disputed: '有异议',
  provisional: '待确认',
  verified: '已认定',
  adjusted: '已更正',
  revoked: '已撤销'
}

export const signalWords: Record<PresenceSignal, string> = {
  code: '扫现场码',
  digits: '输数字码',
  reverse: '工作人员扫码',
  card: '志愿者卡',
  geofence: '位置相符',
  'head-count': '现场清点',
  midway: '中途确认',
  word: '工作人员证明'
}

export const entryWords: Record<HourEntryState, string> = {
  proposed: '待第二人审核',
  declined: '未通过',
  notice: '公示中',
  frozen: '暂缓',
  final: '已确认',
  reversed: '已扣回'
}
