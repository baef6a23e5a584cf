import type { Point } from '#contract/shapes'
import type { ShiftPlan } from '#contract/volunteering-shapes'
import { SHIFT_LENGTH_MAX, type Skill } from '#contract/volunteering-states'
import { daysLater, instantOf, weekdayOf } from '#app/features/organising/city-time-rules'

/** A time of one day at which the activity takes place. */
export interface PlannedTime {
  on: string
  from: string
  to: string
}

/** A task and how many do it; the name may be empty where there is only one. */
export interface PlannedPosition {
  name: string
  capacity: string
}

export interface PlannedSeries {
  /** 1 Monday … 7 Sunday. */
  weekdays: readonly number[]
  until: string
  except: readonly string[]
}

/** An activity as somebody plans it, typed and perhaps half finished. */
export interface ActivityPlan {
  title: string
  topic: string
  description: string
  bring: string
  organisationId?: string
  communityId?: string
  meetingPlace: string
  point?: Point
  radiusMetres: number
  times: readonly PlannedTime[]
  positions: readonly PlannedPosition[]
  series?: PlannedSeries
  riskLevel: number
  riskNote: string
  insuranceNumber: string
  needsApproval: boolean
  minAge: string
  maxAge: string
  neededSkills: readonly Skill[]
}

export const planSteps = ['what', 'where', 'when', 'safety', 'gates', 'check'] as const
export type PlanStep = (typeof planSteps)[number]

/** As many shifts as the contract takes at once. */
export const SHIFT_COUNT_MAX = 60
const AGE_MIN = 6
const AGE_MAX = 100
const CAPACITY_MAX = 5000
const INSURED_FROM_RISK = 2

export const newPlan = (tomorrow: string): ActivityPlan => ({
  title: '',
  topic: '',
  description: '',
  bring: '',
  meetingPlace: '',
  radiusMetres: 100,
  times: [{ on: tomorrow, from: '09:00', to: '11:00' }],
  positions: [{ name: '', capacity: '10' }],
  riskLevel: 1,
  riskNote: '',
  insuranceNumber: '',
  needsApproval: false,
  minAge: '',
  maxAge: '',
  neededSkills: []
})

/** Begin and end of a time; an end at or before its begin is the next day's. Undefined while something is missing. */
export function spanOf({ on, from, to }: PlannedTime): { startsAt: string; endsAt: string } | undefined {
  const startsAt = instantOf(on, from)
  const endsAt = instantOf(to <= from ? daysLaterOrSame(on) : on, to)
  return startsAt && endsAt ? { startsAt, endsAt } : undefined
}

const daysLaterOrSame = (on: string) => (/^\d{4}-\d{2}-\d{2}$/.test(on) ? daysLater(on, 1) : on)

/** The days of a series after `first`, weekdays and exceptions minded; at most as many as can be planned at once. */
export function seriesDays(first: string, { weekdays, until, except }: PlannedSeries): string[] {
  const days: string[] = []
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) return days
  // Never more days than so many weeks have: `until` may be a year that somebody mistyped.
  const lookedAt = 7 * (SHIFT_COUNT_MAX + except.length)
  for (let n = 1; n <= lookedAt && days.length < SHIFT_COUNT_MAX; n += 1) {
    const on = daysLater(first, n)
    if (on > until) break
    if (weekdays.includes(weekdayOf(on)) && !except.includes(on)) days.push(on)
  }
  return days
}

/** Every time there will be: the typed ones, and each of them again on the days of the series. */
export function timesOf({ times, series }: Pick<ActivityPlan, 'times' | 'series'>): PlannedTime[] {
  const again = series ? times.flatMap(time => (spanOf(time) ? seriesDays(time.on, series).map(on => ({ ...time, on })) : [])) : []
  const known = new Map([...times, ...again].map(time => [`${time.on} ${time.from} ${time.to}`, time]))
  return [...known.values()].sort((one, other) => `${one.on}${one.from}`.localeCompare(`${other.on}${other.from}`))
}

const whole = (typed: string) => (/^\d+$/.test(typed.trim()) ? Number(typed.trim()) : undefined)

function gatesOfShift({ minAge, maxAge, neededSkills }: ActivityPlan) {
  return {
    ...(whole(minAge) !== undefined && { minAge: whole(minAge) }),
    ...(whole(maxAge) !== undefined && { maxAge: whole(maxAge) }),
    ...(neededSkills.length > 0 && { neededSkills: [...neededSkills] })
  }
}

/** Times × positions as the server takes them. What is half typed is left out; `faultsOf` has said so. */
export function shiftPlansOf(plan: ActivityPlan): ShiftPlan[] {
  return timesOf(plan).flatMap(time => {
    const span = spanOf(time)
    if (!span) return []
    return plan.positions.flatMap(({ name, capacity }) => {
      const seats = whole(capacity)
      if (!seats) return []
      return [{ ...span, capacity: seats, ...(name.trim() && { position: name.trim() }), ...gatesOfShift(plan) }]
    })
  })
}

const minutesBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000

function timeFaults(plan: ActivityPlan, now: Date): string[] {
  const spans = plan.times.map(spanOf)
  const faults: string[] = []
  if (spans.length === 0) faults.push('至少排一个时段。')
  if (spans.some(span => !span)) faults.push('每个时段的日期、开始、结束都要选上。')
  if (spans.some(span => span && Date.parse(span.startsAt) <= now.getTime())) faults.push('时段要在以后开始。')
  if (spans.some(span => span && minutesBetween(span.startsAt, span.endsAt) > SHIFT_LENGTH_MAX))
    faults.push('一个时段不超过 8 小时，长的拆成两个。')
  return faults
}

function positionFaults({ positions }: ActivityPlan): string[] {
  const faults: string[] = []
  const seats = positions.map(({ capacity }) => whole(capacity))
  if (seats.length === 0 || seats.some(count => !count || count > CAPACITY_MAX)) faults.push(`每个岗位的人数写 1 到 ${CAPACITY_MAX}。`)
  const names = positions.map(({ name }) => name.trim())
  if (positions.length > 1 && (names.includes('') || new Set(names).size < names.length)) faults.push('有几个岗位时，名字都写上，不要重。')
  return faults
}

function whenFaults(plan: ActivityPlan, now: Date): string[] {
  const faults = [...timeFaults(plan, now), ...positionFaults(plan)]
  const { series } = plan
  if (series && series.weekdays.length === 0) faults.push('选上每周的哪几天。')
  if (series && plan.times.some(({ on }) => series.until <= on)) faults.push('重复到哪一天，要晚于第一次。')
  if (faults.length === 0 && shiftPlansOf(plan).length > SHIFT_COUNT_MAX) faults.push(`一次最多 ${SHIFT_COUNT_MAX} 个时段，先排近的。`)
  return faults
}

function isAge(typed: string): boolean {
  const age = whole(typed)
  return typed.trim() === '' || (age !== undefined && age >= AGE_MIN && age <= AGE_MAX)
}

function gateFaults({ minAge, maxAge }: ActivityPlan): string[] {
  if (!isAge(minAge) || !isAge(maxAge)) return [`年龄写 ${AGE_MIN} 到 ${AGE_MAX}，不限就空着。`]
  const [from, to] = [whole(minAge), whole(maxAge)]
  return from !== undefined && to !== undefined && from > to ? ['最小年龄不能比最大的大。'] : []
}

const needed = (isThere: boolean, sentence: string) => (isThere ? [] : [sentence])

/**
 * What is missing, by step, in sentences. Source: what publishing asks (志愿服务条例 Art. 12, 17), so that nobody learns of it only
 * from the reviewer. `isSaved`: the shifts are on the server already and are changed there.
 */
export function faultsOf(plan: ActivityPlan, now: Date, isSaved = false): Record<PlanStep, string[]> {
  const isInsured = plan.riskLevel < INSURED_FROM_RISK || plan.insuranceNumber.trim() !== ''
  const faults = {
    what: [...needed(plan.title.trim().length >= 2, '写上活动的名字。'), ...needed(plan.topic.trim() !== '', '选一个主题。')],
    where: [...needed(plan.communityId !== undefined, '选上在哪个社区。'), ...needed(plan.point !== undefined, '在地图上指出地点。')],
    when: isSaved ? [] : whenFaults(plan, now),
    safety: [
      ...needed(plan.riskNote.trim() !== '', '写一句要注意的危险，志愿者报名前会看到。'),
      ...needed(isInsured, '二级以上要有保险单号。')
    ],
    gates: isSaved ? [] : gateFaults(plan)
  }
  return { ...faults, check: Object.values(faults).flat() }
}

const written = (text: string) => (text.trim() === '' ? undefined : text.trim())

/** What an activity says, as the server takes it; undefined while the place is missing. */
export function activityFieldsOf(plan: ActivityPlan) {
  const { communityId, point, organisationId } = plan
  if (!communityId || !point) return undefined
  const optional = {
    organisationId,
    description: written(plan.description),
    bring: written(plan.bring),
    meetingPlace: written(plan.meetingPlace),
    insuranceNumber: written(plan.insuranceNumber)
  }
  return {
    title: plan.title.trim(),
    communityId,
    topic: plan.topic.trim(),
    riskLevel: plan.riskLevel,
    riskNote: plan.riskNote.trim(),
    site: { longitude: point.longitude, latitude: point.latitude, radiusMetres: plan.radiusMetres },
    needsApproval: plan.needsApproval,
    // An absent field and an undefined one are not the same to everybody who reads JSON.
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<
      Record<keyof typeof optional, string>
    >)
  }
}
