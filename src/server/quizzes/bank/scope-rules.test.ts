import { isPlace, scopesIn } from '#server/quizzes/bank/scope-rules'

const holds = (place: string | undefined, fact: string) => scopesIn(place).includes(`地方:${fact}`)

test('a city asks what holds in the country, in its province and in itself, with ranks in the names or without', () => {
  for (const fact of ['浙江', '浙江省', '浙江嘉兴', '浙江省嘉兴市', '浙江嘉兴市', '浙江嘉兴海盐', '浙江省嘉兴市海盐县'])
    expect([fact, holds('浙江省/嘉兴市/海盐县', fact)]).toEqual([fact, true])
  for (const fact of ['北京', '上海', '浙江杭州', '浙江嘉兴桐乡', '嘉兴', '江苏', '海盐'])
    expect([fact, holds('浙江省/嘉兴市/海盐县', fact)]).toEqual([fact, false])
  expect([holds('北京市/朝阳区', '北京'), holds('辽宁省/朝阳市', '北京'), holds('辽宁省', '辽宁朝阳')]).toEqual([true, false, false])
  expect([holds('广西壮族自治区/桂林市', '广西桂林'), holds('内蒙古自治区/兴安盟', '内蒙古兴安')]).toEqual([true, true])
})

test('a city that does not say where it lies asks only what holds in the whole country', () => {
  expect(scopesIn(undefined)).toEqual(['国家'])
})

test('a place is named from its province down', () => {
  expect(['浙江省/嘉兴市', '北京市/海淀区', '西藏自治区', '浙江省 / 嘉兴市 / 海盐县'].map(isPlace)).toEqual([true, true, true, true])
  expect(['嘉兴市', '浙江', '浙江省/', '', '/', '浙江省/a/b/c/d'].map(isPlace)).toEqual([false, false, false, false, false, false])
})
