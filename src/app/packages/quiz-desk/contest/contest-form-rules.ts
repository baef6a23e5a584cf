import type { ContestPlan, ContestStratum } from '#contract/quizzes-contests'
import { contestFaults, type QuestionType } from '#contract/quiz-states'
import { dateOf, instantOf, timeOf } from '#app/features/organising/city-time-rules'
import { contestFaultWords, type PlanPlace } from '#app/words/contests'

/** One part of the paper as it is typed. */
export interface FormStratum extends Omit<ContestStratum, 'count' | 'type'> {
  type?: QuestionType
  count: string
}

/** A contest as somebody plans it, typed and perhaps half finished. */
export interface ContestForm {
  title: string
  introduction: string
  opensOn: string
  opensTime: string
  closesOn: string
  closesTime: string
  minutes: string
  strata: readonly FormStratum[]
  hasAward: boolean
  pointsPerRight: string
  perPersonMax: string
  budget: string
}

export interface FormFault {
  place: PlanPlace
  /** The part of the paper, from 0, where the fault is one of a part. */
  stratum?: number
  sentence: string
}

/** The limits of the contract, which has the last word. */
export const limits = { title: 40, introduction: 300, minutes: 180, count: 50, items: 100, strata: 20, pointsPerRight: 5, perPersonMax: 60 }
const BUDGET_MAX = 1_000_000
const TITLE_LENGTH_MIN = 2
const MINUTE_MILLISECONDS = 60_000

export const newForm = (tomorrow: string): ContestForm => ({
  ...{ title: '', introduction: '', opensOn: tomorrow, opensTime: '09:00', closesOn: tomorrow, closesTime: '18:00', minutes: '30' },
  strata: [{ count: '20' }],
  ...{ hasAward: false, pointsPerRight: '1', perPersonMax: '20', budget: '1000' }
})

export const formFrom = ({ title, introduction = '', opensAt, closesAt, minutes, strata, award }: ContestPlan): ContestForm => ({
  ...{ title, introduction, minutes: String(minutes) },
  ...{ opensOn: dateOf(opensAt), opensTime: timeOf(opensAt), closesOn: dateOf(closesAt), closesTime: timeOf(closesAt) },
  strata: strata.map(stratum => ({ ...stratum, count: String(stratum.count) })),
  hasAward: award !== undefined,
  pointsPerRight: String(award?.pointsPerRight ?? 1),
  perPersonMax: String(award?.perPersonMax ?? 20),
  budget: String(award?.budget ?? 1000)
})

/** A whole number from 1 to `max`; undefined where something else is typed. */
function wholeTo(typed: string, max: number): number | undefined {
  const count = /^\d+$/.test(typed.trim()) ? Number(typed.trim()) : 0
  return count >= 1 && count <= max ? count : undefined
}

const selectorOf = ({ topic, type, difficulty }: Omit<FormStratum, 'count'>) => JSON.stringify([topic, type, difficulty])

const told = (isBroken: boolean, place: PlanPlace, sentence: string, stratum?: number): FormFault[] =>
  isBroken ? [{ place, sentence, ...(stratum !== undefined && { stratum }) }] : []

function periodFaults(form: ContestForm, now: Date): FormFault[] {
  const [opensAt, closesAt] = [instantOf(form.opensOn, form.opensTime), instantOf(form.closesOn, form.closesTime)]
  const missing = [...told(!opensAt, 'opens', '开始的日期和时间都要选上。'), ...told(!closesAt, 'closes', '结束的日期和时间都要选上。')]
  if (!opensAt || !closesAt) return missing
  if (closesAt <= opensAt) return [{ ...contestFaultWords['closes-before-opens'] }]
  if (new Date(closesAt) <= now) return [{ ...contestFaultWords['closes-in-past'] }]
  const minutes = (Date.parse(closesAt) - Date.parse(opensAt)) / MINUTE_MILLISECONDS
  return minutes < (wholeTo(form.minutes, limits.minutes) ?? 0) ? [{ ...contestFaultWords['too-short'] }] : []
}

function strataFaults({ strata }: ContestForm): FormFault[] {
  const selectors = strata.map(selectorOf)
  const sum = strata.reduce((total, { count }) => total + (wholeTo(count, limits.count) ?? 0), 0)
  return [
    ...strata.flatMap(({ count }, place) => [
      ...told(wholeTo(count, limits.count) === undefined, 'strata', `题数写 1 到 ${limits.count}。`, place),
      ...told(selectors.indexOf(selectors[place] ?? '') < place, 'strata', contestFaultWords['stratum-twice'].sentence, place)
    ]),
    ...told(strata.length === 0, 'strata', '至少要有一组题。'),
    ...told(sum > limits.items, 'strata', contestFaultWords['too-many-items'].sentence)
  ]
}

function awardFaults({ hasAward, pointsPerRight, perPersonMax, budget }: ContestForm): FormFault[] {
  if (!hasAward) return []
  return [
    ...told(wholeTo(pointsPerRight, limits.pointsPerRight) === undefined, 'award', `每题积分写 1 到 ${limits.pointsPerRight}。`),
    ...told(wholeTo(perPersonMax, limits.perPersonMax) === undefined, 'award', `每人最多写 1 到 ${limits.perPersonMax}。`),
    ...told(wholeTo(budget, BUDGET_MAX) === undefined, 'award', '一共发多少积分，写一个整数。')
  ]
}

/** What the phone itself finds wrong with a plan before it is sent, in the order of the form. */
export function faultsOf(form: ContestForm, now: Date): FormFault[] {
  return [
    ...told(form.title.trim().length < TITLE_LENGTH_MIN, 'title', '写上竞赛的名称，至少两个字。'),
    ...periodFaults(form, now),
    ...told(wholeTo(form.minutes, limits.minutes) === undefined, 'minutes', `答题时间写 1 到 ${limits.minutes} 分钟。`),
    ...strataFaults(form),
    ...awardFaults(form)
  ]
}

/** The plan as the server takes it; undefined while `faultsOf` finds something. */
export function planOf(form: ContestForm, now: Date): ContestPlan | undefined {
  const [opensAt, closesAt] = [instantOf(form.opensOn, form.opensTime), instantOf(form.closesOn, form.closesTime)]
  if (faultsOf(form, now).length > 0 || !opensAt || !closesAt) return undefined
  const introduction = form.introduction.trim()
  return {
    title: form.title.trim(),
    ...(introduction && { introduction }),
    ...{ opensAt, closesAt, minutes: Number(form.minutes) },
    strata: form.strata.map(({ topic, type, difficulty, count }) => ({
      ...(topic && { topic }),
      ...(type && { type }),
      ...(difficulty !== undefined && { difficulty }),
      count: Number(count)
    })),
    ...(form.hasAward && {
      award: { pointsPerRight: Number(form.pointsPerRight), perPersonMax: Number(form.perPersonMax), budget: Number(form.budget) }
    })
  }
}

/** The faults a refusal names in `data.faults`, at their places. */
export function serverFaults(data: Record<string, unknown> | undefined): FormFault[] {
  const named = Array.isArray(data?.faults) ? (data.faults as { fault?: unknown; stratum?: unknown }[]) : []
  return named.flatMap(({ fault, stratum }) => {
    const known = contestFaults.find(one => one === fault)
    return known ? [{ ...contestFaultWords[known], ...(typeof stratum === 'number' && { stratum }) }] : []
  })
}

/** How many questions fit a part, as the server counted them when the plan was saved; undefined where the part was changed since. */
export function fittingOf(stratum: FormStratum, saved: { plan: ContestPlan; fitting: readonly number[] } | undefined): number | undefined {
  const place = saved?.plan.strata.findIndex(one => selectorOf({ ...one }) === selectorOf(stratum)) ?? -1
  return place >= 0 ? saved?.fitting[place] : undefined
}
