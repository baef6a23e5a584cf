import { withDigits } from '#server/quizzes/fill-ins/written-number-rules'

/** What a unit measures, and how much of it one is. */
type Reading = readonly [dimension: string, size: number]

/**
 * Units as people write them, each with what it may mean; where a stem asks in a unit, the first is meant. A month is no number of
 * days, and a year twelve months.
 */
const units: Readonly<Record<string, readonly Reading[]>> = {
  ...of('time', { 秒: 1, 秒钟: 1, s: 1, 分钟: 60, min: 60, 小时: 3600, 个小时: 3600, 钟头: 3600, 个钟头: 3600, h: 3600 }),
  ...of('time', { 天: 86_400, 日: 86_400, 号: 86_400, 周: 604_800, 星期: 604_800, 个星期: 604_800, 礼拜: 604_800, 个礼拜: 604_800 }),
  ...of('months', { 月: 1, 个月: 1, 月份: 1, 季度: 3, 个季度: 3, 年: 12, 周年: 12 }),
  ...of('age', { 岁: 1, 周岁: 1 }),
  ...of('clock', { 点: 1, 点钟: 1, 点整: 1, 时: 1 }),
  ...of('money', { 元: 1, 块: 1, 块钱: 1, 元钱: 1, 圆: 1, 元人民币: 1, 人民币: 1, 角: 0.1, 毛: 0.1, 毛钱: 0.1 }),
  ...of('length', { 米: 1, m: 1, 公尺: 1, 厘米: 0.01, 公分: 0.01, cm: 0.01, 毫米: 0.001, mm: 0.001 }),
  ...of('length', { 公里: 1000, 千米: 1000, km: 1000, 里: 500, 里路: 500 }),
  ...of('speed', { 公里每小时: 1, 千米每小时: 1, 公里小时: 1, 千米小时: 1, kmh: 1, 码: 1, 迈: 1 }),
  ...of('area', { 平方米: 1, 平米: 1, 平方: 1, m2: 1 }),
  ...of('mass', { 克: 1, g: 1, 斤: 500, 市斤: 500, 公斤: 1000, 千克: 1000, kg: 1000, 吨: 1_000_000, t: 1_000_000 }),
  ...of('volume', { 毫升: 1, ml: 1, 升: 1000, l: 1000 }),
  ...of('temperature', { 度: 1, 摄氏度: 1, '℃': 1, '°c': 1 }),
  ...of('share', { '%': 0.01, '‰': 0.001, 成: 0.1 }),
  ...of('people', { 人: 1, 名: 1, 位: 1, 个人: 1 }),
  分: [
    ['points', 1],
    ['time', 60],
    ['money', 0.01]
  ],
  ...Object.fromEntries(
    Array.from('个倍次条项件处辆种类级届章款株棵只头份桶门家户层楼台艘架张本册把面句字票道', one => [one, [[one, 1] as const]])
  )
}

function of(dimension: string, sizes: Readonly<Record<string, number>>): Record<string, readonly Reading[]> {
  return Object.fromEntries(Object.entries(sizes).map(([unit, size]) => [unit, [[dimension, size] as const]]))
}

const unitPattern = Object.keys(units)
  .sort((a, b) => b.length - a.length)
  .join('|')
const PIECE = new RegExp(`^(?:((?:0|[1-9]\\d*)(?:\\.\\d+)?)(?:(个?半)(${unitPattern})|(${unitPattern})?(半)?)|(半)个?(${unitPattern})?)`)
const CLOCK = /^(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜里|夜间)?(\d{1,2})(?:点钟?|时|:)(?:整|(半)|(一刻|1刻)|(3刻)|(\d{1,2})分?)?$/
const SHARE = /^(\d+(?:\.\d+)?)分之(\d+(?:\.\d+)?)$/

/** An amount with what it may be an amount of; without readings where no unit was said. */
interface Quantity {
  value: number
  readings?: readonly Reading[]
}

function clockOf(said: string): Quantity | undefined {
  const [, part = '', hour, half, quarter, three, minutes = '0'] = CLOCK.exec(said) ?? []
  if (hour === undefined || Number(hour) > 24 || Number(minutes) > 59) return undefined
  const isLater = /下午|傍晚|晚|夜/.test(part) && Number(hour) < 12 && !(/夜/.test(part) && Number(hour) < 6)
  const past = half ? 30 : quarter ? 15 : three ? 45 : Number(minutes)
  return { value: Number(hour) + (isLater ? 12 : 0) + past / 60, readings: [['clock', 1]] }
}

const inReading = (dimension: string, readings: readonly Reading[] | undefined) => readings?.find(([name]) => name === dimension)

/** Several pieces of one measure are one amount: 1年6个月, 2小时30分. */
function sumOf(pieces: readonly Quantity[]): Quantity | undefined {
  const [first, ...rest] = pieces
  if (!first || rest.length === 0) return first
  const dimension = first.readings?.map(([name]) => name).find(name => pieces.every(piece => inReading(name, piece.readings)))
  if (dimension === undefined) return undefined
  const value = pieces.reduce((sum, piece) => sum + piece.value * (inReading(dimension, piece.readings)?.[1] ?? 0), 0)
  return { value, readings: [[dimension, 1]] }
}

/** The amount a text says, numbers in digits; undefined where it says anything else. */
function quantityOf(said: string): Quantity | undefined {
  const clock = clockOf(said)
  if (clock) return clock
  const [, below, above] = SHARE.exec(said) ?? []
  if (below !== undefined && above !== undefined) return { value: Number(above) / Number(below), readings: [['share', 1]] }
  const sign = /^(负|零下|-|−)/.exec(said)?.[0] ?? ''
  const pieces: Quantity[] = []
  for (let rest = said.slice(sign.length); rest !== '';) {
    const [whole, count = '0', halfBefore, unitOfHalf, unit, halfAfter, half, unitOfOnly] = PIECE.exec(rest) ?? []
    if (!whole) return undefined
    const readings = units[unitOfHalf ?? unit ?? unitOfOnly ?? '']
    pieces.push({ value: Number(count) + ((halfBefore ?? halfAfter ?? half) ? 0.5 : 0), ...(readings && { readings }) })
    rest = rest.slice(whole.length)
  }
  const sum = sumOf(pieces)
  return sum && { ...sum, value: sign === '' ? sum.value : -sum.value }
}

const isNear = (left: number, right: number) => Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right))

/** The unit a stem asks in: what stands behind its blank, or 百分之 before it. */
export function unitAsked(before: string, after: string): readonly Reading[] | undefined {
  if (before.endsWith('百分之')) return units['%']
  const [unit = ''] = new RegExp(`^(?:${unitPattern})`).exec(after) ?? []
  return units[unit]?.slice(0, 1)
}

/** The unit that a text of a key gives its number. */
export const unitOfKey = (text: string): readonly Reading[] | undefined => quantityOf(withDigits(text))?.readings?.slice(0, 1)

/**
 * Whether two texts say the same amount, numbers in digits. Without a unit the one that is asked for is meant; where none is known,
 * the numbers alone are compared.
 */
export function isSameQuantity(key: string, said: string, asked: readonly Reading[] | undefined): boolean {
  const [wanted, given] = [quantityOf(key), quantityOf(said)]
  if (!wanted || !given) return false
  const [left, right] = [wanted.readings ?? asked, given.readings ?? asked]
  if (!left || !right) return isNear(wanted.value, given.value)
  return left.some(([dimension, size]) =>
    right.some(([other, otherSize]) => other === dimension && isNear(wanted.value * size, given.value * otherSize))
  )
}
