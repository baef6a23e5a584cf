import type { Browser, Page, Response } from 'playwright-core'
import type { Answer, Attempt, Item } from '#contract/quiz-shapes'
import type { ContestPlan, PlannedContest } from '#contract/quizzes-contests'
import { answer, bank } from './bank-answers'
import { expectNoPageFault, expectNoSeriousFault, keepSession, newDesktopPage, newPhonePage, openBrowser } from './browser'
import { says, tapper } from './resident-phone'
import { serveProduct, type ServedProduct, type Session } from './served-product'
import { openAs } from './staff-desk'

jest.setTimeout(300_000)

let product: ServedProduct
let browser: Browser
beforeAll(async () => {
  ;[product, browser] = await Promise.all([serveProduct(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

const MINUTE_MILLISECONDS = 60_000
const title = '桂花社区文明交通竞赛'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first().click()
const dayInCity = (days: number) => new Date(Date.now() + (8 * 60 + days * 24 * 60) * MINUTE_MILLISECONDS).toISOString().slice(0, 10)
const asked = <Output>(session: Session, operation: string, input: unknown) =>
  product.call<Output>(`quizzes/${operation}`, input, session.token)

async function leave(page: Page) {
  await expectNoSeriousFault(page)
  expectNoPageFault(page)
  await page.context().close()
}

/** Nothing anybody was sent says what is right: neither a field that does, nor an explanation of a question that was asked. */
function expectNothingTold(bodies: readonly string[], stems: readonly string[]) {
  expect(bodies.filter(body => body.includes('"accepted":true'))).toHaveLength(stems.length)
  const told = ['key', 'explanation', 'correct', 'locked', 'source']
  const fieldsOf = (value: unknown): string[] =>
    typeof value === 'object' && value !== null ? [...Object.keys(value), ...Object.values(value).flatMap(fieldsOf)] : []
  expect(bodies.flatMap(body => fieldsOf(JSON.parse(body)).filter(field => told.includes(field)))).toEqual([])
  const explanations = bank.filter(({ stem }) => stems.includes(stem)).map(({ explanation }) => explanation)
  expect(explanations).toHaveLength(stems.length)
  expect(explanations.filter(explanation => bodies.some(body => body.includes(explanation)))).toEqual([])
}

/** Every answer of the API this page gets, as it came over the wire. */
function recordedFrom(page: Page): { all: () => Promise<string[]> } {
  const bodies: Promise<string>[] = []
  const isApi = (response: Response) => response.url().includes('/api/quizzes/')
  page.on('response', response => {
    if (isApi(response)) bodies.push(response.text().catch(() => '{}'))
  })
  return { all: () => Promise.all(bodies) }
}

async function planContest() {
  const page = await newPhonePage(browser)
  await openAs(page, product, 'editor', '/packages/quiz-desk/contest/index')
  await press(page, '存好，等人发布')
  await says(page, '写上竞赛的名称，至少两个字。')
  await page.getByRole('textbox', { name: '竞赛名称' }).fill(title)
  await page.getByLabel('开始日期').fill(dayInCity(0))
  await page.getByLabel('开始时间').fill('00:00')
  await page.getByLabel('结束日期').fill(dayInCity(1))
  await page.getByLabel('结束时间').fill('23:59')
  await press(page, '专题：不限专题')
  await page.getByRole('radio', { name: '交通文明' }).click()
  await page.getByLabel('第 1 组出几题').fill('51')
  await says(page, '题数写 1 到 50。')
  // What was typed is kept on the phone until it is saved.
  await page.reload()
  await says(page, '上次写的还在，接着写就好。')
  await page.getByLabel('第 1 组出几题').fill('5')
  await expectNoSeriousFault(page)
  await press(page, '存好，等人发布')
  await says(page, '方案是你写的，要由另一位编辑来发布。')
  await leave(page)
}

async function publishContest() {
  const page = await newDesktopPage(browser)
  await openAs(page, product, 'admin', '/packages/quiz-desk/contests/index')
  await page.locator('.planned-card', { hasText: title }).click()
  await says(page, /^5 题，合适的有 \d+ 题$/)
  await expectNoSeriousFault(page)
  await page.keyboard.press('p')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '发布' }).last().click()
  await sheet.waitFor({ state: 'hidden' })
  await says(page, '居民正在答。')
  await leave(page)
}

test('one plans, a second publishes, and a resident answers through a cut network; nothing is told before the end', async () => {
  await planContest()
  await publishContest()

  const session = await product.signIn('resident', 'contest-cut')
  const page = await newPhonePage(browser)
  const { tap } = tapper(page)
  const recorded = recordedFrom(page)
  await keepSession(page, session)
  await page.goto(`${product.address}/#/pages/quiz/index`)
  await press(page, /全部竞赛/)
  // The card on the tab that was left names it too, with a word before it.
  await press(page, new RegExp(`^${title}`))
  await says(page, '5 题，限时 30 分钟，点“开始”才计时，到时自动交卷')
  await expectNoSeriousFault(page)
  await page.getByRole('switch', { name: /排名里显示我/ }).click()
  await tap('开始答题')
  await expectNoSeriousFault(page)
  await tap('开始，马上计时')
  await says(page, '答了 0 题，共 5 题')
  await says(page, /^\d+:\d\d$/)
  await expectNoSeriousFault(page)
  const attemptId = new URLSearchParams(page.url().split('?')[1]).get('attemptId')!
  const stateOf = () => asked<Attempt>(session, 'getAttempt', { attemptId })
  const stems = (await stateOf()).items.map(({ stem }) => stem)

  await answer(page)
  await says(page, '答了 1 题，共 5 题')
  while ((await stateOf()).answeredCount !== 1) await page.waitForTimeout(200)
  await page.context().setOffline(true)
  await answer(page)
  await answer(page, false)
  await says(page, /2 题的答案记在手机里/)
  await expectNoSeriousFault(page)
  expect((await stateOf()).answeredCount).toBe(1)
  await page.context().setOffline(false)
  while ((await stateOf()).answeredCount !== 3) await page.waitForTimeout(200)

  // Another phone, or a reload, goes on with what is left.
  await page.reload()
  await says(page, '答了 3 题，共 5 题')
  await press(page, '先跳过，回头再答')
  await press(page, /还剩 2 题/)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(stems.at(-1)!.slice(0, 8)) })
    .click()
  await answer(page)
  await says(page, '答了 4 题，共 5 题')
  await answer(page)
  await says(page, '答对 4 题，共 5 题')
  await says(page, /正确答案和解释先不说/)
  await expectNoSeriousFault(page)
  expectNothingTold(await recorded.all(), stems)
  await leave(page)
})

/** Some answer, right or not: the score is not what this is about. */
function anyAnswer({ type, options = [], bins = [] }: Item): Answer {
  const ids = options.map(({ optionId }) => optionId)
  if (type === 'fill') return { text: '六十' }
  if (type === 'order') return { order: ids }
  return type === 'bins' ? { bins: Object.fromEntries(ids.map(id => [id, bins[0]!.binId])) } : { optionIds: ids.slice(0, 1) }
}

/** A contest that closes within the hour, written and published. */
async function openContest(name: string): Promise<string> {
  const [editor, admin] = [await product.signIn('editor'), await product.signIn('admin')]
  const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()
  const plan: ContestPlan = {
    ...{ title: name, opensAt: at(-10 * MINUTE_MILLISECONDS), closesAt: at(60 * MINUTE_MILLISECONDS), minutes: 10 },
    strata: [{ topic: '志愿服务', count: 3 }]
  }
  const { contest, version } = await asked<PlannedContest>(editor, 'saveContest', { plan })
  await asked(admin, 'publishContest', { contestId: contest.contestId, version })
  return contest.contestId
}

/** The same with two who took part. */
async function heldContest(): Promise<{ contestId: string; shown: Session }> {
  const contestId = await openContest('志愿服务小竞赛')
  const [shown, hidden] = [await product.signIn('resident', 'contest-shown'), await product.signIn('resident', 'contest-hidden')]
  for (const { session, isShown } of [
    { session: shown, isShown: true },
    { session: hidden, isShown: false }
  ]) {
    const { attemptId, items } = await asked<Attempt>(session, 'startContest', { contestId, isShown })
    // One is left without an answer: it is told all the same.
    for (const item of items.slice(0, 2)) await asked(session, 'answerItem', { attemptId, itemId: item.itemId, answer: anyAnswer(item) })
    await asked(session, 'finishAttempt', { attemptId })
  }
  return { contestId, shown }
}

test('a contest that is called off tells whoever sits in it, and whoever looks for it, why', async () => {
  const contestId = await openContest('停电的竞赛')
  const session = await product.signIn('resident', 'contest-called-off')
  await product.call('people/giveConsent', { policyVersion: '2026-11-01' }, session.token)
  const page = await newPhonePage(browser)
  const { tap } = tapper(page)
  await keepSession(page, session)
  await page.goto(`${product.address}/#/packages/quiz/contest/index?contestId=${contestId}`)
  await tap('开始答题')
  await tap('开始，马上计时')
  await says(page, '答了 0 题，共 3 题')
  await asked(await product.signIn('editor'), 'cancelContest', { contestId, version: 2, note: '活动室停电，改到下个月' })
  await page.reload()
  await says(page, '这场竞赛取消了')
  await tap('看看为什么')
  await says(page, '原因：活动室停电，改到下个月')
  await says(page, '成绩不算。')
  await expectNoSeriousFault(page)
  await page.goto(`${product.address}/#/packages/quiz/contest-result/index?contestId=${contestId}`)
  await says(page, '这场竞赛取消了，成绩不算')
  await tap('看看别的竞赛')
  await page.locator('.contest-card', { hasText: '原因：活动室停电，改到下个月' }).filter({ visible: true }).waitFor()
  await leave(page)
})

test('once a contest is over every question is explained, and the ranking shows who chose to be shown', async () => {
  const { contestId, shown } = await heldContest()
  const page = await newPhonePage(browser)
  const { tap } = tapper(page)
  await keepSession(page, shown)
  await product.jump(61 * MINUTE_MILLISECONDS)
  await page.goto(`${product.address}/#/packages/quiz/contest/index?contestId=${contestId}`)
  await tap('看成绩和解释')
  await says(page, '没来得及答的 1 题')
  await says(page, /^正确答案：/)
  await says(page, /^依据：《/)
  expect(await page.locator('.told-card').filter({ visible: true }).count()).toBe(3)
  await expectNoSeriousFault(page)
  await tap('看排名')
  await says(page, /你是第 [12] 名/)
  await says(page, /一共 2 人参加/)
  expect(await page.locator('.ranking-list__row').filter({ visible: true }).count()).toBe(1)
  await expectNoSeriousFault(page)
  await page.getByRole('switch', { name: /排名里显示我/ }).click()
  await says(page, '还没有人愿意显示在排名里')
  await leave(page)

  const desk = await newDesktopPage(browser)
  await openAs(desk, product, 'editor', `/packages/quiz-desk/contests/index?contest=${contestId}`)
  await says(desk, '平均答对')
  await says(desk, '2 人')
  await leave(desk)
})
