const ZERO_TO_NINE = '零一二三四五六七八九'

/** Other ways to write a figure: of forms and bills, of traditional script, as digits are read out, and short tens. */
const otherFigures: Readonly<Record<string, string>> = {
  ...{
    〇: '零',
    '○': '零',
    两: '二',
    幺: '一',
    廿: '二十',
    卅: '三十',
    卌: '四十',
    萬: '万',
    億: '亿',
    兩: '二',
    貳: '二',
    參: '三',
    陸: '六'
  },
  ...{ 壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九', 拾: '十', 佰: '百', 仟: '千' }
}
const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const myriads = [
  ['亿', 100_000_000],
  ['万', 10_000]
] as const

const figures = `${ZERO_TO_NINE}${Object.keys(otherFigures).join('')}十百千万亿`
const digits = `\\d${ZERO_TO_NINE}〇○幺`
/** A number as it stands in a text. 点 belongs to it only before figures, and not where minutes of a clock follow. */
const NUMBER = new RegExp(`[\\d${figures}]+(?:[.点][${digits}]+(?![${digits}十百千分刻])[万亿]?)?`, 'g')

const withSpelling = (written: string) =>
  Array.from(written, sign => otherFigures[sign] ?? sign)
    .join('')
    .replace(/[零一二三四五六七八九]/g, sign => String(ZERO_TO_NINE.indexOf(sign)))

/** Below ten thousand: 3千5百, 一百二 (120), 一百零二 (102), 十二. Undefined where the steps do not go down, as in 二三百. */
function smallNumber(written: string): number | undefined {
  let [sum, last] = [0, Infinity]
  const [, body = '', rest = ''] = /^((?:\d*[十百千])*)(\d*)$/.exec(written) ?? []
  if (body === '' && rest === '') return undefined
  for (const [, count = '', step = ''] of body.matchAll(/(\d*)([十百千])/gy)) {
    const size = steps[step] ?? 0
    // One figure a step: 二三百 says about how many, and 00百 says nothing.
    if (size >= last || count.replace(/^0/, '').length > 1) return undefined
    sum += Number(count === '' || count === '0' ? '1' : count) * size
    last = size
  }
  const isShort = last > 10 && last < Infinity && rest.length === 1
  return sum + (isShort ? Number(rest) * (last / 10) : Number(rest))
}

function wholeNumber(written: string): number | undefined {
  for (const [sign, size] of myriads) {
    const at = written.lastIndexOf(sign)
    if (at < 0) continue
    const above = wholeNumber(written.slice(0, at))
    const rest = written.slice(at + 1)
    if (above === undefined) return undefined
    if (/^[1-9]$/.test(rest)) return above * size + Number(rest) * (size / 10)
    const below = rest === '' ? 0 : wholeNumber(rest)
    return below === undefined ? undefined : above * size + below
  }
  return smallNumber(written)
}

/**
 * A number in digits, of any way to write it: 120, 一百二, 一二〇, 1.2万, 廿四, 三点五. Figures read out one by one stay what they are,
 * with their zeros, for they may be a telephone number; one zero before one figure is dropped, as in 08.
 * @returns undefined where it is no number.
 */
function inDigits(written: string): string | undefined {
  const spelt = withSpelling(written).replace('点', '.')
  if (/^\d+$/.test(spelt)) return spelt.replace(/^0(\d)$/, '$1')
  const [, whole, fraction, myriad] = /^(\d+)\.(\d+)([万亿]?)$/.exec(spelt) ?? []
  if (whole !== undefined && fraction !== undefined) {
    const size = myriads.find(([sign]) => sign === myriad)?.[1] ?? 1
    return String(Number((Number(`${whole}.${fraction}`) * size).toPrecision(12)))
  }
  const [mantissa = '', decimals] = spelt.split('.')
  const value = wholeNumber(mantissa)
  if (value === undefined) return undefined
  return decimals === undefined ? String(value) : String(Number(`${value}.${decimals}`))
}

/** A text with all its numbers in digits: 六个月 becomes 6个月. What only looks like a number changes the same way everywhere. */
export const withDigits = (text: string): string => text.replace(NUMBER, written => inDigits(written) ?? written)

/** Digits of every script (Tibetan, Mongolian, …) as 0 to 9: the ten of a script follow each other, its zero first. */
export const withLatinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, sign => {
    let value = 0
    for (let code = (sign.codePointAt(0) ?? 0) - 1; value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code)); code -= 1) value += 1
    return String(value)
  })
