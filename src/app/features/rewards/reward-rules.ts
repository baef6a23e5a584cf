import type { Reward } from '#contract/points-shapes'
import type { Tone } from '#app/components/state-chip.tsx'

/** Few enough to say how many. */
const FEW = 5

type Shelved = Pick<Reward, 'state' | 'stockLeft' | 'leftForMe' | 'opensOn' | 'closesOn'>

/** Why a reward cannot be had today, or nothing. Dates are business dates of the city. */
export function whyNot(reward: Shelved, today: string): 'not-yet' | 'over' | 'gone' | 'limit' | undefined {
  if (reward.state !== 'open' || (reward.closesOn !== undefined && today > reward.closesOn)) return 'over'
  if (reward.opensOn !== undefined && today < reward.opensOn) return 'not-yet'
  if (reward.stockLeft === 0) return 'gone'
  return reward.leftForMe === 0 ? 'limit' : undefined
}

const wordsWhyNot = { 'not-yet': '还没开始', over: '已下架', gone: '兑完了', limit: '已到上限' } as const

/** The chip of a reward: how many are left, or why none can be had. */
export function stockChip(reward: Shelved, today: string): { tone: Tone; word: string } {
  const why = whyNot(reward, today)
  if (why) return { tone: why === 'not-yet' ? 'wait' : 'info', word: wordsWhyNot[why] }
  return reward.stockLeft <= FEW
    ? { tone: 'wait', word: `只剩 ${reward.stockLeft} 件` }
    : { tone: 'good', word: `还有 ${reward.stockLeft} 件` }
}

/** The most somebody can take at once: by stock, by their limit, and by the points they have. At least one can be asked for. */
export function mostAtOnce(
  { stockLeft, leftForMe, perPersonLimit, price }: Pick<Reward, 'stockLeft' | 'leftForMe' | 'perPersonLimit' | 'price'>,
  available: number
) {
  return Math.max(1, Math.min(stockLeft, leftForMe ?? perPersonLimit, Math.floor(available / price)))
}

/** What keeps somebody from a reward they see, as a sentence; nothing where two taps are enough. */
export function standInWay(reward: Shelved & Pick<Reward, 'price'>, available: number | undefined, today: string): string | undefined {
  const why = whyNot(reward, today)
  if (why === 'not-yet') return `${reward.opensOn ?? ''} 起可以兑换。`
  if (why === 'over') return '这件已经下架了，看看别的吧。'
  if (why === 'gone') return '暂时兑完了，补货后就能兑。'
  if (why === 'limit') return '你已经兑到上限了，留一些给邻居。'
  if (available !== undefined && available < reward.price)
    return `还差 ${reward.price - available} 分。上报解决了、志愿服务认定了，都会加分。`
  return undefined
}
