import type { Reward, RewardPlan } from '#contract/points-shapes'

/** A reward as it is typed; numbers are words until they are read. */
export interface TypedReward {
  title: string
  description: string
  kind: RewardPlan['kind']
  communityId: string | undefined
  price: string
  perPersonLimit: string
  limitPeriod: Reward['limitPeriod']
  opensOn: string
  closesOn: string
  pickUpPlace: string
  pickUpHours: string
  sponsor: string
  needsPreparing: boolean
  /** For a new one only. */
  stock: string
}

export const emptyReward: TypedReward = {
  title: '',
  description: '',
  kind: 'daily',
  communityId: undefined,
  price: '',
  perPersonLimit: '1',
  limitPeriod: 'month',
  opensOn: '',
  closesOn: '',
  pickUpPlace: '',
  pickUpHours: '',
  sponsor: '',
  needsPreparing: false,
  stock: ''
}

export const typedOf = (reward: Reward): TypedReward => ({
  ...emptyReward,
  ...reward,
  description: reward.description ?? '',
  price: `${reward.price}`,
  perPersonLimit: `${reward.perPersonLimit}`,
  opensOn: reward.opensOn ?? '',
  closesOn: reward.closesOn ?? '',
  sponsor: reward.sponsor ?? '',
  stock: ''
})

const numberOf = (typed: string, most: number): number | undefined => {
  const value = /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : undefined
  return value !== undefined && value <= most ? value : undefined
}

const PRICE_MAX = 10_000
const LIMIT_MAX = 100
const STOCK_MAX = 100_000

type Read = { plan: RewardPlan; stock: number } | { fault: string }

/** Reads what was typed. The first thing that is missing or wrong is said in one sentence. */
export function planFrom(typed: TypedReward, isNew: boolean): Read {
  const [title, pickUpPlace, pickUpHours] = [typed.title.trim(), typed.pickUpPlace.trim(), typed.pickUpHours.trim()]
  if (title.length < 2) return { fault: '写上叫什么，至少两个字。' }
  if (!typed.communityId) return { fault: '选是哪个社区的。' }
  const price = numberOf(typed.price, PRICE_MAX)
  if (!price) return { fault: '写上要多少分，1 到 10000。' }
  const perPersonLimit = numberOf(typed.perPersonLimit, LIMIT_MAX)
  if (!perPersonLimit) return { fault: '写上每人最多几件，1 到 100。' }
  const stock = isNew ? numberOf(typed.stock, STOCK_MAX) : 0
  if (stock === undefined) return { fault: '写上现在有多少件。' }
  if (pickUpPlace.length < 2) return { fault: '写上到哪里领。' }
  if (pickUpHours.length < 2) return { fault: '写上什么时候能领。' }
  if (typed.opensOn && typed.closesOn && typed.opensOn > typed.closesOn) return { fault: '结束的日子不能早于开始的。' }
  const { kind, communityId, limitPeriod, needsPreparing } = typed
  return {
    stock,
    plan: {
      ...{ title, kind, communityId, price, perPersonLimit, limitPeriod, pickUpPlace, pickUpHours, needsPreparing },
      ...(typed.description.trim() && { description: typed.description.trim() }),
      ...(typed.sponsor.trim() && { sponsor: typed.sponsor.trim() }),
      ...(typed.opensOn && { opensOn: typed.opensOn }),
      ...(typed.closesOn && { closesOn: typed.closesOn })
    }
  }
}
