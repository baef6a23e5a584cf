import fc from 'fast-check'
import { isFilledIn } from '#server/quizzes/fill-ins/fill-in-rules'

const stems: [stem: string, texts: string[], right: string[], wrong: string[]][] = [
  [
    '法院作出的人身安全保护令，有效期不超过____个月。',
    ['6', '六'],
    ['6个月', '六个月', '６', '6 个月', '六', '陆个月', '6個月', '半年', '六个月吧', '是六个月', '6月', '不超过6个月', '2个季度', '༦'],
    ['6天', '6年', '五个月', '六个半月', '16个月', '60', '一年', '6周', '0.6', '6.5个月', '-6']
  ],
  [
    '法律所说的老年人，是指____周岁以上的公民。',
    ['60', '六十'],
    ['60周岁', '60岁', '六十周岁以上', '６０', '六十', '60 周 岁', '60周岁以上的公民', '陆拾', '大概六十岁'],
    ['16周岁', '六十五', '60天', '60个月', '6', '600', '虚岁六十一']
  ],
  [
    '距地面真实高度____米以上的空域，属于管制空域。',
    ['120', '一百二十'],
    ['一百二', '一百二十米', '120m', '１２０', '120.0', '一二〇', '120米以上', '0.12公里', '12000厘米', '百二十米'],
    ['一百零二', '102', '1200', '12', '120公里', '120天', '一百二十一']
  ],
  [
    '树龄____年以上的树木，一般属于古树。',
    ['100'],
    ['一百年', '100年', '百年', '1百', '一百年以上', '100 年以上'],
    ['一千年', '100天', '110']
  ],
  [
    '开长途车时，连续驾驶超过____小时就应当休息。',
    ['4'],
    ['四个小时', '4小时', '四个钟头', '240分钟', '4h'],
    ['四天', '4分', '四点', '14']
  ],
  ['连续____小时不间断。', ['24', '二十四'], ['24 小时', '廿四小时', '一天', '二十四个钟头', '1440分钟'], ['24天', '二十小时', '四十二']],
  ['应当使用____米以内的束犬绳。', ['2'], ['两米', '二', '2米以内', '贰', '200厘米', '两'], ['十二', '两公里', '2.5米']],
  [
    '次日____时前不得提供服务。',
    ['8'],
    ['8:00', '八点', '早上八点', '8时', '八点整', '08:00', '上午8点'],
    ['20:00', '晚上八点', '8小时', '8:30']
  ],
  ['夜间从____起不得施工。', ['22:00'], ['22:00', '22点', '晚上十点', '二十二时', '22：00', '22时'], ['10点', '22:30', '2200']],
  [
    '正确识别率应当达到百分之____。',
    ['90', '九十'],
    ['90%', '百分之九十', '９０％', '九成', '九十', '90 %', '10分之9'],
    ['9%', '0.9%', '百分之九', '19']
  ],
  ['群众支持率达到____。', ['90%'], ['百分之九十', '90', '九成', '90％', '十分之九'], ['百分之九', '80%', '九十九']],
  [
    '罚款____元。',
    ['3500', '三千五'],
    ['三千五百元', '3500块', '3,500', '３，５００元', '三千五', '0.35万', '3500块钱', '三仟伍佰圆'],
    ['3050', '三千零五十', '35万']
  ],
  [
    '条例自____年12月1日起施行。',
    ['2017'],
    ['二〇一七', '二零一七年', '2017年', '两千零一十七', '２０１７'],
    ['2016', '二〇一八年', '1017']
  ],
  ['每年9月____日为烈士纪念日。', ['30'], ['九月三十日', '9月30日', '三十号', '卅', '30号', '三十日'], ['3', '十月三十日', '9月3日']],
  ['匪警电话是____。', ['110'], ['110', '一一〇', '幺幺零', '１１０', '一百一'], ['101', '119', '1100', '0110']],
  [
    '为期____。',
    ['1年6个月'],
    ['一年半', '18个月', '一年零六个月'.replace('零', ''), '十八个月', '一年六个月'],
    ['1年', '一年七个月', '6个月']
  ],
  ['公德提倡爱____、爱社会主义。', ['科学'], ['科学', '爱科学', ' 科学。', '科学吧'], ['学习', '科', '学', '爱']]
]

test.each(stems)('%s takes the amount in any way to write it, and no other amount', (stem, texts, right, wrong) => {
  expect(right.filter(said => !isFilledIn(stem, texts, said))).toEqual([])
  expect(wrong.filter(said => isFilledIn(stem, texts, said))).toEqual([])
})

const signs = '零一二三四五六七八九'
/** A number below a hundred million as it is spoken. */
function spoken(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000
    return `${spoken(Math.floor(value / 10_000))}万${rest === 0 ? '' : `${rest < 1000 ? '零' : ''}${spoken(rest)}`}`
  }
  let words = ''
  for (const [size, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, '']
  ] as const) {
    const figure = Math.floor(value / size) % 10
    if (figure > 0) words += `${signs[figure]}${name}`
    else if (words !== '' && !words.endsWith('零') && value % size > 0) words += '零'
  }
  return words === '' ? '零' : words.replace(/^一十/, '十')
}
const readOut = (value: number) => Array.from(String(value), figure => signs[Number(figure)]).join('')
const wide = (value: number) => Array.from(String(value), figure => String.fromCharCode(figure.charCodeAt(0) + 0xfee0)).join('')
const forms: readonly string[] = ['廿', '卅']
const onBills = (value: number) =>
  Array.from(spoken(value), sign => '壹贰叁肆伍陆柒捌玖拾佰仟'['一二三四五六七八九十百千'.indexOf(sign)] ?? sign).join('')
const withTwos = (value: number) =>
  spoken(value)
    .replace(/二(?=[百千万])/g, '两')
    .replaceAll('零', '〇')
const shortTens = (value: number) =>
  value >= 20 && value < 40 ? `${forms[Math.floor(value / 10) - 2]}${value % 10 ? signs[value % 10] : ''}` : spoken(value)
const ways = [String, spoken, readOut, wide, onBills, withTwos, shortTens]

const amount = fc.integer({ min: 1, max: 99_999_999 })
const unit = fc.constantFrom('个月', '周岁', '米', '元', '小时', '日', '倍', '人', '分', '年')

test('every number is understood in every script, with its unit or without, and never taken for another number', () => {
  fc.assert(
    fc.property(amount, amount, unit, fc.constantFrom(...ways), fc.boolean(), (value, other, name, way, hasUnit) => {
      const stem = `按规定不超过____${name}。`
      expect(isFilledIn(stem, [String(value)], `${way(value)}${hasUnit ? name : ''}`)).toBe(true)
      if (other !== value) expect(isFilledIn(stem, [String(value)], `${way(other)}${hasUnit ? name : ''}`)).toBe(false)
    })
  )
})

test('whatever people write, an answer is decided, and the key itself is right', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 12 }), (said, key) => {
      expect(typeof isFilledIn('按规定不超过____个月。', [key], said)).toBe('boolean')
    })
  )
})
