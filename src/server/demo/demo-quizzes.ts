import type { ageBands, sexes, Stratum } from '#contract/awareness-shapes'
import type { Answer, QuestionDraft } from '#contract/quiz-shapes'
import type { ContestPlan } from '#contract/quizzes-contests'
import { demoAreas } from '#server/demo/demo-areas'
import type { DemoPlayer } from '#server/demo/demo-stage'
import type { When } from '#server/demo/demo-timeline'

/** Days on which somebody practised, and how much of it they knew. */
export interface DemoLearner {
  who: DemoPlayer
  at: string
  daysAgo: readonly number[]
  share: number
}

/** Up to yesterday: today's five are left to whoever tries the demo. */
export const demoLearners: readonly DemoLearner[] = [
  { who: 'resident', at: '07:40', daysAgo: [24, 17, 10, 6, 5, 4, 3, 2, 1], share: 0.62 },
  { who: 'neighbour', at: '20:10', daysAgo: [8, 3, 2, 1], share: 0.86 }
]

/** Days from today, negative where they are over, and a time of day. */
type Day = readonly [day: number, at: string]

export interface DemoContest extends Omit<ContestPlan, 'opensAt' | 'closesAt'> {
  opens: Day
  closes: Day
  /** Who has taken part so far. */
  participants: readonly DemoPlayer[]
  /** Still waits for a second person. */
  isDraft?: boolean
}

const crowd = (from: number, to: number): DemoPlayer[] => Array.from({ length: to - from + 1 }, (_, n) => `crowd-${from + n}`)

export const demoContests: readonly DemoContest[] = [
  {
    title: '文明交通知识竞赛',
    introduction: '十道题，十五分钟。礼让斑马线、电动自行车、停车秩序，看看你知道多少。',
    ...{ opens: [-9, '09:00'], closes: [-3, '21:00'], minutes: 15 },
    strata: [
      { topic: '交通文明', difficulty: 1, count: 5 },
      { topic: '交通文明', count: 3 },
      { topic: '公共秩序与邻里', count: 2 }
    ],
    award: { pointsPerRight: 1, perPersonMax: 10, budget: 500 },
    participants: [...crowd(1, 10), 'resident', 'neighbour']
  },
  {
    title: '消防安全知识竞赛',
    introduction: '冬天用火用电多，花十分钟把要紧的记牢。每人一次机会，开始后不能暂停。',
    ...{ opens: [-1, '08:00'], closes: [6, '22:00'], minutes: 10 },
    strata: [
      { topic: '消防与安全', count: 6 },
      { topic: '公共秩序与邻里', count: 2 },
      { type: 'true-false', count: 2 }
    ],
    award: { pointsPerRight: 1, perPersonMax: 10, budget: 300 },
    participants: crowd(3, 8)
  },
  {
    title: '垃圾分类知识竞赛',
    introduction: '三天后开始，先去专题练习里热热身。',
    ...{ opens: [3, '09:00'], closes: [10, '21:00'], minutes: 15 },
    strata: [
      { topic: '垃圾分类与环境', count: 8 },
      { topic: '勤俭节约', count: 4 }
    ],
    participants: []
  },
  {
    title: '尊老爱幼知识竞赛',
    ...{ opens: [12, '09:00'], closes: [19, '21:00'], minutes: 20 },
    strata: [{ topic: '尊老爱幼与无障碍', count: 15 }],
    ...{ participants: [], isDraft: true }
  }
]

export interface DemoWave {
  title: string
  channel: 'household' | 'intercept' | 'phone'
  /** Days from today. */
  opens: number
  closes: number
  /** How much people know, and how many of those asked have answered or could not be won over. */
  share: number
  answered: number
  silent: number
  isReported: boolean
}

export const demoWaves: readonly DemoWave[] = [
  {
    ...{ title: '文明知识知晓率调查（上一轮）', channel: 'household', opens: -26, closes: -12 },
    ...{ share: 0.83, answered: 0.82, silent: 0.18, isReported: true }
  },
  {
    ...{ title: '文明知识知晓率调查（本轮）', channel: 'household', opens: -5, closes: 9 },
    ...{ share: 0.88, answered: 0.4, silent: 0.06, isReported: false }
  }
]

const bands: readonly (typeof ageBands)[number][] = ['18-29', '30-44', '60-74']
const both: readonly (typeof sexes)[number][] = ['female', 'male']

/** Who lives in the demo city's communities, as its register would count them. */
export const demoStrata: readonly Stratum[] = demoAreas
  .filter(area => area.properties.kind === 'community')
  .flatMap(({ properties: { areaId: communityId } }, n) =>
    bands.flatMap(ageBand => both.map(sex => ({ communityId, ageBand, sex, population: 300 + 40 * (n % 4) })))
  )

/** An answer that can be meant and is not right. */
export function wrongAnswerTo({ key, options = [], bins = [] }: QuestionDraft): Answer {
  if ('texts' in key) return { text: '不知道' }
  if ('order' in key) return { order: [...key.order].reverse() }
  if ('optionIds' in key) {
    const wrong = options.filter(({ optionId }) => !key.optionIds.includes(optionId))
    return { optionIds: wrong.slice(0, 1).map(({ optionId }) => optionId) }
  }
  const [binId = ''] = bins.map(bin => bin.binId)
  const other = bins.find(bin => bin.binId !== binId)?.binId ?? binId
  return { bins: Object.fromEntries(options.map(({ optionId }) => [optionId, key.bins[optionId] === binId ? other : binId])) }
}

/** `When` of a day that is counted forwards. */
export const onDay = ([day, at]: Day): When => ({ daysAgo: -day, at })
