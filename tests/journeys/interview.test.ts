import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { SampleUnit, WaveReport } from '#contract/awareness-shapes'
import type { InterviewWave } from '#contract/quizzes-fielding'
import { expectNoPageFault, expectNoSeriousFault, keepSession, newDesktopPage, newPhonePage, openBrowser } from './browser'
import { says, shown, tapper } from './resident-phone'
import { serveProduct, type ServedProduct, type Session } from './served-product'

const FOLDER = 'content/questions'
const TITLE = '一季度知晓率调查'
const QUESTIONS = 8

interface Written {
  stem: string
  options?: { optionId: string; text: string }[]
  key: { optionIds?: string[] }
}

const bank = readdirSync(FOLDER).flatMap(file =>
  readFileSync(join(FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Written)
)
const rightAnswer = (stem: string) => {
  const { options, key } = bank.find(one => one.stem === stem)!
  return options!.find(option => option.optionId === key.optionIds![0])!.text
}

let product: ServedProduct
let browser: Browser
let office: Session

beforeAll(async () => {
  ;[product, browser] = await Promise.all([serveProduct(), openBrowser()])
  office = await product.signIn('supervisor')
})

afterAll(async () => {
  await browser.close()
  await product.stop()
})

const ask = <Answer>(name: string, input: unknown, { token }: Pick<Session, 'token'> = office) =>
  product.call<Answer>(`quizzes/${name}`, input, token)
const reportOf = (waveId: string) => ask<WaveReport>('getWaveReport', { waveId })

/** A wave whose links work, asked for by one resident. */
async function fielded(handle: string) {
  const interviewer = await product.signIn('resident', handle)
  const strata = [
    { communityId: 'demo-community-1-1', ageBand: '30-44', sex: 'female', population: 500 },
    { communityId: 'demo-community-2-1', ageBand: '60-74', sex: 'male', population: 700 }
  ]
  const days = { opensOn: '2026-11-20', closesOn: '2027-12-06' }
  const plan = { title: TITLE, target: 0.9, margin: 0.2, expectedResponse: 0.75, channel: 'household', ...days, strata }
  const { waveId } = await ask<{ waveId: string }>('createWave', plan)
  const { units } = await ask<{ units: SampleUnit[] }>('drawSample', { waveId })
  await ask('openWave', { waveId })
  await ask('setInterviewers', { waveId, personIds: [interviewer.person.personId] })
  return { waveId, units, interviewer }
}

async function atTheDoor(interviewer: Session, newPage = newPhonePage) {
  const page = await newPage(browser)
  await keepSession(page, interviewer)
  // Interviewers need no role: the way there is among their own work.
  await page.goto(`${product.address}/#/pages/me/index`)
  await shown(page, /^访问员/).click()
  await says(page, TITLE)
  return { page, ...tapper(page) }
}

async function takeThree(page: Page) {
  await page.getByRole('button', { name: `${TITLE}：领取` }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: '3', exact: true }).click()
  await expectNoSeriousFault(page)
  await sheet.getByRole('button', { name: '领取' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await page.locator('.list-row').filter({ visible: true, hasText: '还没去' }).nth(2).waitFor()
}

const option = (page: Page, text: string) => page.getByRole('radio', { name: text, exact: true }).filter({ visible: true })

/** Answers this question rightly, or says 不知道. */
async function answer(page: Page, place: number, isKnown = true) {
  await says(page, `第 ${place} 题，共 ${QUESTIONS} 题`)
  const stem = await page.locator('.field-question__stem').filter({ visible: true }).innerText()
  await option(page, isKnown ? rightAnswer(stem) : '不知道').click()
}

/** From this question to the last: each is right but those that nobody knows. */
async function answerFrom(page: Page, tap: (name: string) => Promise<void>, first: number, unknown: readonly number[]) {
  for (let place = first; place <= QUESTIONS; place += 1) {
    await answer(page, place, !unknown.includes(place))
    await tap(place === QUESTIONS ? '看一遍' : '下一题')
  }
}

async function untilReport(page: Page, waveId: string, isSo: (report: WaveReport) => boolean) {
  let report = await reportOf(waveId)
  while (!isSo(report)) {
    await page.waitForTimeout(200)
    report = await reportOf(waveId)
  }
  return report
}

test('a doorstep interview goes on without network, and its numbers arrive when it is back', async () => {
  const { waveId, interviewer } = await fielded('interviewer-door')
  const { page, tap } = await atTheDoor(interviewer)
  await expectNoSeriousFault(page)
  await takeThree(page)
  await expectNoSeriousFault(page)
  await shown(page, /^去 \d+ 号$/).click()
  await says(page, '开门后这样说')
  await expectNoSeriousFault(page)
  await tap('开始访问')
  await answer(page, 1)
  await tap('下一题')
  // The phone was put away between two questions.
  await page.reload()
  await says(page, `第 2 题，共 ${QUESTIONS} 题`)
  await expectNoSeriousFault(page)
  await page.context().setOffline(true)
  await answerFrom(page, tap, 2, [3, 7])
  await says(page, '念一遍给他听，对了就记下')
  await expectNoSeriousFault(page)
  // One answer was heard wrongly.
  await page.locator('.list-row').filter({ visible: true }).nth(4).click()
  await answer(page, 5, false)
  await tap('看一遍')
  await tap('记下这一户')
  await says(page, /没有网络，先存在手机里/)
  await expectNoSeriousFault(page)
  await shown(page, /^下一户：\d+ 号$/).click()
  await tap('没访成')
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /^家中无人/ })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '记下' }).click()
  await says(page, '2 份在手机里等着送出')
  await says(page, /没有网络也能接着访问/)
  await expectNoSeriousFault(page)
  expect((await reportOf(waveId)).response).toMatchObject({ answered: 0 })

  await page.context().setOffline(false)
  const { overall, items, response } = await untilReport(
    page,
    waveId,
    ({ response: { answered, nonResponse } }) => answered + nonResponse['nobody-home']! === 2
  )
  expect(overall).toMatchObject({ n: 1, estimate: 5 / 8 })
  expect(items.map(({ right, unknown }) => [right, unknown])).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map(place => ([3, 5, 7].includes(place) ? [0, 1] : [1, 0]))
  )
  expect(response).toMatchObject({ asked: 12, answered: 1, nonResponse: { 'nobody-home': 1 } })
  await says(page, /你完成了 1 户/)
  await says(page, /家中无人/)
  expectNoPageFault(page)
  await page.context().close()
})

test('a link is answered on a phone without signing in, through a cut network, and once', async () => {
  const { waveId, units } = await fielded('interviewer-none')
  const { token } = units[0]!
  const page = await newPhonePage(browser)
  const { tap } = tapper(page)
  const address = `${product.address}/#/packages/quiz/survey/index?token=${token}`
  await page.goto(address)
  await says(page, /不记名/)
  await expectNoSeriousFault(page)
  await tap('开始')
  await answer(page, 1)
  await tap('下一题')
  await answer(page, 2, false)
  await page.reload()
  await says(page, `第 2 题，共 ${QUESTIONS} 题`)
  expect(await option(page, '不知道').getAttribute('aria-checked')).toBe('true')
  await page.context().setOffline(true)
  await tap('上一题')
  await answer(page, 1, false)
  await tap('下一题')
  await answer(page, 2)
  await tap('下一题')
  await answerFrom(page, tap, 3, [8])
  await says(page, '都答完了，再看一眼')
  await expectNoSeriousFault(page)
  await tap('送出')
  await says(page, '网络没连上，答案先存在手机里')
  await expectNoSeriousFault(page)
  expect((await reportOf(waveId)).overall.n).toBe(0)
  await page.context().setOffline(false)
  await says(page, '收到了，谢谢你')
  await expectNoSeriousFault(page)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('optionId')
  const { overall, items } = await reportOf(waveId)
  expect(overall).toMatchObject({ n: 1, estimate: 6 / 8 })
  expect(items.map(({ unknown }) => unknown)).toEqual([1, 0, 0, 0, 0, 0, 0, 1])
  await page.reload()
  await says(page, '收到了，谢谢你')
  expectNoPageFault(page)
  await page.context().close()

  const other = await newPhonePage(browser)
  await other.goto(address)
  await says(other, '这个链接已经答过了')
  await expectNoSeriousFault(other)
  await other.goto(`${product.address}/#/packages/quiz/survey/index?token=nobody-made-this-one`)
  await other.reload()
  await says(other, /这个链接现在用不了/)
  await other.goto(`${product.address}/#/packages/quiz/survey/index`)
  await other.reload()
  await shown(other, '打开问卷').click()
  await says(other, /这串字不太对/)
  await other.getByLabel('链接或代码').fill(units[1]!.token)
  await shown(other, '打开问卷').click()
  await says(other, /想请你帮个小忙/)
  await other.context().close()
})

test('a household that answered by its link meanwhile is told kindly, and nothing of it is counted twice', async () => {
  const { waveId, units, interviewer } = await fielded('interviewer-late')
  const { page, tap } = await atTheDoor(interviewer, newDesktopPage)
  await takeThree(page)
  await shown(page, /^去 \d+ 号$/).click()
  await tap('开始访问')
  await page.context().setOffline(true)
  // At a desk, by telephone: digits choose and Enter goes on.
  for (let place = 1; place <= QUESTIONS; place += 1) {
    await says(page, `第 ${place} 题，共 ${QUESTIONS} 题`)
    await page.keyboard.press('1')
    await page.locator('.option-row--chosen').filter({ visible: true }).waitFor()
    await page.keyboard.press('Enter')
  }
  const { waves } = await ask<{ waves: InterviewWave[] }>('listInterviews', { waveId }, interviewer)
  const asked = new URLSearchParams(page.url().split('?')[1]).get('unit')
  const unit = waves[0]!.units.find(one => one.sampleId === asked)!
  const { token } = units.find(one => one.sampleId === unit.sampleId)!
  const { items } = await product.call<{ items: { itemId: string }[] }>('quizzes/getWaveForm', { token })
  await product.call('quizzes/answerWave', { token, answers: items.map(({ itemId }) => ({ itemId })) })
  await tap('记下这一户')
  await says(page, /没有网络，先存在手机里/)
  await tap('回到清单')
  await page.context().setOffline(false)
  await says(page, `${unit.number} 号的回答没有算进去`)
  await says(page, /已经自己用链接答过了/)
  await expectNoSeriousFault(page)
  await tap('知道了')
  await shown(page, `${unit.number} 号的回答没有算进去`).waitFor({ state: 'hidden' })
  expect(await reportOf(waveId)).toMatchObject({ overall: { n: 1, estimate: 0 }, response: { answered: 1 } })
  expectNoPageFault(page)
  await page.context().close()
})
