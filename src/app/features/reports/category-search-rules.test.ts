import { groupCategories, quickCategories, searchCategories } from '#app/features/reports/category-search-rules'

const category = (code: string, name: string, pinyin: string, groupName = '环境卫生', quickButton?: number) => ({
  code,
  name,
  pinyin,
  groupCode: code.slice(0, 2),
  groupName,
  quickButton
})

const categories = [
  category('1001', '暴露垃圾', 'baolulaji bllj', '环境卫生', 1),
  category('6004', '路灯不亮', 'ludengbuliang ldbl', '市政与公共设施'),
  category('2003', '乱堆物堆料', 'luanduiwuduiliao ldwdl', '乱贴乱画乱堆乱挂', 3),
  category('6009', '垃圾桶缺损/未分类', 'lajitongquesunweifenlei ljtqswfl', '市政与公共设施'),
  category('1008', '焚烧垃圾树叶', 'fenshaolajishuye fsljsy'),
  category('3001', '机动车乱停放', 'jidongcheluantingfang jdcltf', '停放与交通秩序', 2)
]

const found = (word: string) => searchCategories(categories, word).map(one => one.code)

test('a word finds what begins with it before what only holds it', () => {
  expect(found('垃圾')).toEqual(['6009', '1001', '1008'])
})

test('full pinyin finds a category without switching the keyboard, in any case and with spaces', () => {
  expect(found('ludeng')).toEqual(['6004'])
  expect(found('Lu Deng')).toEqual(['6004'])
})

test('initials find every category that begins with them, in the order given', () => {
  expect(found('ld')).toEqual(['6004', '2003'])
})

test('pinyin from the middle of a name is found too', () => {
  expect(found('laji')).toEqual(['6009', '1001', '1008'])
})

test('the name of a group finds all of it', () => {
  expect(found('市政')).toEqual(['6004', '6009'])
})

test('no word leaves everything, and an unknown word nothing', () => {
  expect(found('  ')).toHaveLength(categories.length)
  expect(found('外星人')).toEqual([])
})

test('groups stand by their code, and what is in them too', () => {
  expect(groupCategories(categories).map(group => [group.groupName, group.categories.map(one => one.code)])).toEqual([
    ['环境卫生', ['1001', '1008']],
    ['乱贴乱画乱堆乱挂', ['2003']],
    ['停放与交通秩序', ['3001']],
    ['市政与公共设施', ['6004', '6009']]
  ])
})

test('quick buttons stand in the order the city gave them', () => {
  expect(quickCategories(categories).map(one => one.code)).toEqual(['1001', '3001', '2003'])
})
