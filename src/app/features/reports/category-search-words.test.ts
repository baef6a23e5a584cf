import { readFileSync } from 'node:fs'
import { parseCategories } from '#server/reports/category-file'
import { searchCategories } from '#app/features/reports/category-search-rules'

const categories = parseCategories(readFileSync('content/categories.csv', 'utf8')).map(category => ({ ...category, version: 1 }))
const found = (word: string) => searchCategories(categories, word).map(({ code }) => code)

test.each([
  ...[
    ['狗屎', '1009'],
    ['遛狗', '5004'],
    ['流浪狗', '5004'],
    ['狗叫', '5004'],
    ['噪音', '9003'],
    ['广场舞', '9003'],
    ['吵', '9003']
  ],
  ...[
    ['大坑', '6003'],
    ['坑', '6003'],
    ['臭', '1006'],
    ['漏水', '1007'],
    ['下水道', '1007'],
    ['污水', '1007'],
    ['水管', '1007']
  ],
  ...[
    ['摩托车', '3002'],
    ['电动车', '3002'],
    ['电瓶车', '8002'],
    ['自行车', '3002'],
    ['停车', '3001'],
    ['乱停车', '3001'],
    ['汽车', '3001']
  ],
  ...[
    ['树枝', '7002'],
    ['树', '7002'],
    ['电线', '6007'],
    ['电线杆', '6007'],
    ['网线', '6007'],
    ['厕所', '1006'],
    ['危房', '8005']
  ],
  ...[
    ['红绿灯', '6006'],
    ['长椅', '6008'],
    ['健身器材', '6008'],
    ['滑梯', '6008'],
    ['摆摊', '4001'],
    ['地摊', '4001'],
    ['牛皮癣', '2001']
  ],
  ...[
    ['小广告', '2001'],
    ['垃圾桶', '6009'],
    ['烧烤', '4003'],
    ['抽烟', '5005'],
    ['烟头', '5001'],
    ['晒被子', '2004'],
    ['违建', '8004']
  ],
  ...[
    ['路灯', '6004'],
    ['井盖', '6001'],
    ['种菜', '7003'],
    ['共享单车', '3003'],
    ['工地', '9001'],
    ['施工', '9002']
  ]
])('%s, as people say it, finds %s', (word, code) => {
  expect(found(word)).toContain(code)
})

test('a whole phrase is understood by the everyday word in it', () => {
  expect(found('楼下狗屎好多')).toContain('1009')
  expect(found('半夜广场舞太吵')).toContain('9003')
})

test('every category has everyday words, none of them its own name', () => {
  for (const { name, synonyms } of categories) {
    expect([name, synonyms?.split(' ').length ?? 0]).toEqual([name, expect.any(Number)])
    expect(synonyms).toBeTruthy()
    expect(synonyms?.split(' ')).not.toContain(name)
  }
})
