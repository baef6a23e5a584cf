import type { Activity, Shift } from '#contract/volunteering-shapes'
import { CHECK_IN_OPENS, type ActivityState } from '#contract/volunteering-states'
import type { IconName } from '#app/components/icon-names'

export type ShiftStep = 'desk' | 'hours' | 'change' | 'export' | 'cancel'

interface ShownStep {
  step: ShiftStep
  title: string
  line: string
  icon: IconName
  tone?: 'bad'
}

const shown: Record<ShiftStep, Omit<ShownStep, 'step'>> = {
  desk: { title: '现场台', line: '出示签到码、扫志愿者的码、看谁到了', icon: 'scan' },
  hours: { title: '名单与时长', line: '同意报名、认定出勤、补录', icon: 'people' },
  change: { title: '改时间、名额和年龄', line: '已报名的人在“志愿”里会看到', icon: 'edit' },
  export: { title: '导出名单和时长', line: 'XLSX 表格，姓名遮住一部分', icon: 'download' },
  cancel: { title: '取消这个时段', line: '报了名的人在“志愿”里会看到', icon: 'refused', tone: 'bad' }
}

/** The desk stays open so long after a shift, for those who come to check out late. */
const DESK_AFTER_MINUTES = 120
const MINUTE_MILLISECONDS = 60_000

const onSite: readonly ActivityState[] = ['published', 'running', 'ended']
const changeable: readonly ActivityState[] = ['draft', 'in_review', 'published', 'running']

/** What may be done with a shift now, the likeliest first. */
export function shiftStepsOf(
  activity: Pick<Activity, 'state' | 'canManage'>,
  shift: Pick<Shift, 'startsAt' | 'endsAt' | 'isCancelled'>,
  now: Date
): ShownStep[] {
  const starts = Date.parse(shift.startsAt)
  const deskOpens = starts - CHECK_IN_OPENS * MINUTE_MILLISECONDS
  const deskCloses = Date.parse(shift.endsAt) + DESK_AFTER_MINUTES * MINUTE_MILLISECONDS
  const isOpen = onSite.includes(activity.state) && !shift.isCancelled
  const isAhead = now.getTime() < starts && !shift.isCancelled && changeable.includes(activity.state)
  const may: Record<ShiftStep, boolean> = {
    desk: activity.canManage && isOpen && now.getTime() >= deskOpens && now.getTime() < deskCloses,
    hours: activity.state !== 'draft' && activity.state !== 'in_review',
    change: activity.canManage && isAhead,
    export: activity.state !== 'draft' && activity.state !== 'in_review',
    cancel: activity.canManage && isAhead
  }
  return (Object.keys(shown) as ShiftStep[]).filter(step => may[step]).map(step => ({ step, ...shown[step] }))
}
