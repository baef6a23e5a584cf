import type { Browser, Page } from 'playwright-core'
import type { QuestionCard, QuestionDetail } from '#contract/quiz-shapes'
import { expectNoPageFault, expectNoSeriousFault, newDesktopPage, newPhonePage, openBrowser } from './browser'
import { serveProduct, type ServedProduct } from './served-product'
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

const bankPath = '/packages/quiz-desk/bank/index'
const questionPath = '/packages/quiz-desk/question/index'
const stem = '傍晚开车右转，行人正走在斑马线上。应当怎么做？'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first().click()

async function leave(page: Page) {
  await expectNoSeriousFault(page)
  expectNoPageFault(page)
  await page.context().close()
}

async function questionsAs(persona: 'editor' | 'admin', asked: Record<string, unknown>): Promise<QuestionCard[]> {
  const { token } = await product.signIn(persona)
  return (await product.call<{ questions: QuestionCard[] }>('quizzes/listQuestions', asked, token)).questions
}

async function pickFact(page: Page) {
  await press(page, '选一个知识点')
  await page.getByLabel('找知识点').fill('人行横道')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /遇行人正在通过/ })
    .first()
    .click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

async function writeQuestion(page: Page) {
  await pickFact(page)
  await page.getByRole('textbox', { name: '题干' }).fill(stem)
  for (const [place, text] of ['按喇叭催一催', '停下来让他先走', '从他身前绕过去', '贴着他慢慢走'].entries()) {
    await page.getByRole('textbox', { name: `第 ${place + 1} 项` }).fill(text)
  }
  await page.getByRole('textbox', { name: '解释' }).fill('《道路交通安全法》第四十七条规定，行经人行横道遇行人正在通过，应当停车让行。')
}

async function move(page: Page, key: string, word: string, note?: string) {
  await page.keyboard.press(key)
  const sheet = page.getByRole('dialog')
  if (note) await sheet.getByLabel(/^说明/).fill(note)
  await sheet.getByRole('button', { name: word }).click()
  await sheet.waitFor({ state: 'hidden' })
}

test('an editor writes a question on the phone, somebody else reviews it at a desk, and it is asked', async () => {
  const phone = await newPhonePage(browser)
  await openAs(phone, product, 'editor', questionPath)
  await press(phone, '存好，交给审核')
  await phone.getByText('选一个知识点，题目才有出处。').waitFor()
  await writeQuestion(phone)
  // What was typed is kept on the phone until it is saved.
  await phone.reload()
  await phone.getByText('上次写的还在').waitFor()
  expect(await phone.getByRole('textbox', { name: '题干' }).inputValue()).toBe(stem)
  await press(phone, '存好，交给审核')
  await phone.getByText('还没有标出哪个对。').waitFor()
  await phone.getByRole('radio', { name: '第 2 项是对的' }).click()
  await press(phone, /显示答案/)
  await phone.locator('.question-preview__option--told', { hasText: '停下来让他先走' }).waitFor()
  await expectNoSeriousFault(phone)
  await press(phone, '存好，交给审核')
  await phone.getByText('这一版是你写的，要由另一位编辑来审。').waitFor()
  expect(await phone.getByRole('button', { name: '通过' }).count()).toBe(0)
  await leave(phone)

  const desk = await newDesktopPage(browser)
  await openAs(desk, product, 'admin', bankPath)
  await desk.locator('.question-card').first().waitFor()
  await desk.keyboard.press('/')
  await desk.keyboard.type('傍晚开车右转')
  await desk.getByText('共 1 道').waitFor()
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('j')
  await desk.keyboard.press('Enter')
  await desk.locator('.question-preview__option--told', { hasText: '停下来让他先走' }).waitFor()
  await expectNoSeriousFault(desk)
  await move(desk, 't', '通过')
  await desk.locator('.question-body__head', { hasText: '已审' }).waitFor()
  await move(desk, 'q', '启用')
  await desk.locator('.question-body__head', { hasText: '在用' }).waitFor()
  await leave(desk)
  expect((await questionsAs('editor', { words: stem, state: 'active' })).map(card => card.stem)).toEqual([stem])
})

test('a draft that somebody else hands back tells its author what to change, until the next version is saved', async () => {
  const { token } = await product.signIn('editor')
  const [active] = await questionsAs('editor', { state: 'active', type: 'single', topic: '交通文明' })
  const { draft } = await product.call<QuestionDetail>('quizzes/getQuestion', { questionId: active!.questionId }, token)
  const handedBack = { ...draft, stem: '雨天开车经过行人身旁，应当怎么做？请选一个。' }
  const { questionId } = await product.call<QuestionCard>('quizzes/saveQuestion', { draft: handedBack }, token)
  const desk = await newDesktopPage(browser)
  await openAs(desk, product, 'admin', `${questionPath}?question=${questionId}`)
  await desk.locator('.question-body__head', { hasText: '待审' }).waitFor()
  await move(desk, 'r', '退回', '先说清路面有积水')
  await desk.locator('.question-body__head', { hasText: '退回' }).waitFor()
  await leave(desk)

  const phone = await newPhonePage(browser)
  await openAs(phone, product, 'editor', bankPath)
  const card = phone.locator('.question-card', { hasText: handedBack.stem })
  await card.getByText('要改：先说清路面有积水').waitFor()
  await expectNoSeriousFault(phone)
  await card.click()
  await phone.getByText(/改好存下，就再交给人审/).waitFor()
  await press(phone, '改题')
  await phone.getByRole('textbox', { name: '题干' }).fill(`路面有积水。${handedBack.stem}`)
  await phone.getByText('要改：先说清路面有积水').filter({ visible: true }).waitFor()
  await expectNoSeriousFault(phone)
  await press(phone, '存成新的一版')
  await phone.locator('.question-body__head', { hasText: '待审' }).waitFor()
  expect(await phone.getByText('要改：先说清路面有积水').filter({ visible: true }).count()).toBe(0)
  await leave(phone)
})

test('an editor who is overtaken keeps what was typed, looks at the new version and saves after it', async () => {
  const [card] = await questionsAs('admin', { state: 'active', type: 'single', topic: '交通文明' })
  const { questionId } = card!
  const admin = await product.signIn('admin')
  const { draft, version } = await product.call<QuestionDetail>('quizzes/getQuestion', { questionId }, admin.token)
  const desk = await newDesktopPage(browser)
  await openAs(desk, product, 'editor', `${questionPath}?question=${questionId}&edit=yes`)
  await desk.getByRole('textbox', { name: '题干' }).fill(`${draft.stem}想一想。`)
  const theirs = { ...draft, stem: `${draft.stem}请选一个。` }
  await product.call('quizzes/saveQuestion', { questionId, version, draft: theirs }, admin.token)
  await press(desk, '存成新的一版')
  await desk.getByText('有人先存了新的一版，你写的都还在。').waitFor()
  await press(desk, '看看新的一版')
  await desk.getByRole('dialog').getByText(theirs.stem).waitFor()
  await expectNoSeriousFault(desk)
  await press(desk, '留我写的，接在它后面存')
  await desk.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await desk.getByRole('textbox', { name: '题干' }).inputValue()).toBe(`${draft.stem}想一想。`)
  await press(desk, '存成新的一版')
  await desk.getByText('存好了').waitFor()
  const after = await product.call<QuestionDetail>('quizzes/getQuestion', { questionId }, admin.token)
  expect([after.version, after.state, after.stem]).toEqual([version + 2, 'draft', `${draft.stem}想一想。`])
  expectNoPageFault(desk)
  await desk.context().close()
})

test('a fact whose law changed is suspended with all that hangs on it, and resumed', async () => {
  const desk = await newDesktopPage(browser)
  await openAs(desk, product, 'editor', `${bankPath}?part=facts`)
  await desk.getByLabel('找知识点').fill('接种狂犬病疫苗')
  const fact = desk.locator('.fact-card', { hasText: '狂犬病' }).first()
  await fact.getByText(/看 \d+ 道题/).waitFor()
  await expectNoSeriousFault(desk)
  const turn = async (word: '停用' | '恢复', tells: RegExp) => {
    await fact.getByRole('button', { name: word }).click()
    const sheet = desk.getByRole('dialog')
    await sheet.getByText(tells).waitFor()
    await sheet.getByLabel('说明').fill('条文改了，正在核对')
    await expectNoSeriousFault(desk)
    await sheet.getByRole('button', { name: word }).click()
    await sheet.waitFor({ state: 'hidden' })
  }
  const held = async () => (await questionsAs('editor', { factId: 'F175' })).map(({ isFactSuspended }) => isFactSuspended)
  await turn('停用', /\d+ 道题马上不再问/)
  await fact.getByRole('button', { name: '恢复' }).waitFor()
  expect(new Set(await held())).toEqual(new Set([true]))
  await turn('恢复', /\d+ 道题会接着问/)
  await fact.getByRole('button', { name: '停用' }).waitFor()
  expect(new Set(await held())).toEqual(new Set([false]))
  await leave(desk)
})
