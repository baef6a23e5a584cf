import type { Browser, Page } from 'playwright-core'
import type { Attempt } from '#contract/quiz-shapes'
import { answer } from './bank-answers'
import { expectNoPageFault, expectNoSeriousFault, keepSession, newPhonePage, openBrowser } from './browser'
import { says, shown, tapper } from './resident-phone'
import { serveProduct, type ServedProduct } from './served-product'

let product: ServedProduct
let browser: Browser

beforeAll(async () => {
  ;[product, browser] = await Promise.all([serveProduct(), openBrowser()])
})

afterAll(async () => {
  await browser.close()
  await product.stop()
})

async function learner(handle: string) {
  const session = await product.signIn('resident', handle)
  const page = await newPhonePage(browser)
  await keepSession(page, session)
  const call = <Answer>(operation: string, input: unknown = {}) => product.call<Answer>(`quizzes/${operation}`, input, session.token)
  return { page, call, ...tapper(page) }
}

interface Knowledge {
  topics: { seenCount: number }[]
  isDailyDone: boolean
  pointsToday: number
  mistakeCount: number
}

const openPage = (page: Page, path: string) => page.goto(`${product.address}/#${path}`)
const attemptIdIn = (page: Page) => new URLSearchParams(page.url().split('?')[1]).get('attemptId')!
test('the daily five: each is explained once it is answered, and points and knowledge come of them', async () => {
  const { page, call, tap } = await learner('quiz-daily')
  const before = await call<Knowledge>('getMyKnowledge')
  await openPage(page, '/pages/quiz/index')
  await says(page, '每日一练')
  await expectNoSeriousFault(page)
  await tap('开始今天的五题')
  for (const place of [1, 2, 3, 4, 5]) {
    await says(page, `第 ${place} 题，共 5 题`)
    expect(await page.locator('.verdict').count()).toBe(0)
    await expectNoSeriousFault(page)
    await answer(page)
    await says(page, '答对了')
    await says(page, /^依据：《/)
    await expectNoSeriousFault(page)
    await tap(place === 5 ? '看结果' : '下一题')
  }
  await says(page, '5 道全对')
  await says(page, /得了 \d 积分/)
  await says(page, /这次记住的 \d 条/)
  await expectNoSeriousFault(page)
  const after = await call<Knowledge>('getMyKnowledge')
  const seen = ({ topics }: Knowledge) => topics.reduce((sum, { seenCount }) => sum + seenCount, 0)
  expect([before.isDailyDone, after.isDailyDone]).toEqual([false, true])
  expect(after.pointsToday).toBeGreaterThan(before.pointsToday)
  expect(seen(after)).toBeGreaterThan(seen(before))
  await tap('回到答题')
  await says(page, '今天的五题做完了')
  await openPage(page, '/packages/quiz/knowledge/index')
  await says(page, /条知识里练过/)
  await expectNoSeriousFault(page)
  expectNoPageFault(page)
  await page.context().close()
})

test('a network that is cut in the middle and comes back loses nothing, and a reload goes on where it stopped', async () => {
  const { page, call, tap } = await learner('quiz-cut')
  await openPage(page, '/packages/quiz/attempt/index?mode=daily')
  await says(page, '第 1 题，共 5 题')
  await page.waitForURL(/attemptId=/)
  const attemptId = attemptIdIn(page)
  await page.context().setOffline(true)
  await answer(page)
  await says(page, /答案记在手机里了/)
  await expectNoSeriousFault(page)
  await tap('下一题')
  await says(page, '第 2 题，共 5 题')
  await answer(page, false)
  await says(page, /答案记在手机里了/)
  await tap('下一题')
  await says(page, '第 3 题，共 5 题')
  expect((await call<Attempt>('getAttempt', { attemptId })).answered).toEqual([])
  await page.context().setOffline(false)
  const sent = async () => (await call<Attempt>('getAttempt', { attemptId })).answered.map(({ locked }) => locked.correct)
  while ((await sent()).length < 2) await page.waitForTimeout(200)
  expect(await sent()).toEqual([true, false])

  await page.reload()
  for (const place of [3, 4, 5]) {
    await says(page, `第 ${place} 题，共 5 题`)
    await answer(page)
    await says(page, '答对了')
    await tap(place === 5 ? '看结果' : '下一题')
  }
  await says(page, '答对 4 道，共 5 道')
  await tap('去错题本')
  await says(page, /^正确答案：/)
  await expectNoSeriousFault(page)
  await tap('练这些错题')
  await says(page, '第 1 题，共 1 题')
  expectNoPageFault(page)
  await page.context().close()
})

test('a challenge goes on after a right answer, and ends with the first wrong one', async () => {
  const { page, tap } = await learner('quiz-race')
  await openPage(page, '/packages/quiz/attempt/index?mode=challenge')
  await tap('开始')
  await says(page, /还有 \d+ 秒/)
  await answer(page)
  await says(page, '第 2 题')
  await says(page, '答对了，接着来。')
  await expectNoSeriousFault(page)
  await answer(page, false)
  await says(page, '这题没答对')
  await tap('看结果')
  await says(page, '一口气答对 1 道')
  expectNoPageFault(page)
  await page.context().close()
})

test('topics can be read without signing in; beginning one leads through 我的', async () => {
  const page = await newPhonePage(browser)
  await openPage(page, '/pages/quiz/index')
  await says(page, /^\d+ 道题$/)
  await expectNoSeriousFault(page)
  await shown(page, '开始今天的五题').click()
  await page.waitForURL(/pages\/me\/index/)
  expectNoPageFault(page)
  await page.context().close()
})
