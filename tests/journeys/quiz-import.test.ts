import type { Browser, Page } from 'playwright-core'
import type { QuestionCard } from '#contract/quiz-shapes'
import { workbookOf } from '#world/office-files'
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
const importPath = '/packages/quiz-desk/question-import/index'
const statisticsPath = '/packages/quiz-desk/question-statistics/index'
const heads = ['题型', '题干', '选项A', '选项B', '选项C', '答案', '解析', '知识点']
const explanation = '行人正在通过人行横道时应当停车让行，先看再走。依据《道路交通安全法》第四十七条。'
const row = (stem: string, key: string, fact = 'F049') => ['单选', stem, '停车让行', '鸣笛催促', '绕行通过', key, explanation, fact]
const stems = ['雨天开车遇到行人走上斑马线，应当怎么做？', '右转弯时斑马线上有老人慢慢走，应当怎么做？']
const faulty = () => workbookOf([heads, row(stems[0]!, 'D'), row(stems[1]!, 'A', 'F999')])
const mended = () => workbookOf([heads, row(stems[0]!, 'A'), row(stems[1]!, 'A')])
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function drafts(): Promise<string[]> {
  const { token } = await product.signIn('editor')
  const { questions } = await product.call<{ questions: QuestionCard[] }>('quizzes/listQuestions', { state: 'draft' }, token)
  return questions.map(card => card.stem).filter(stem => stems.includes(stem))
}

async function choose(page: Page, word: string, name: string, buffer: Buffer) {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: word }).filter({ visible: true }).click()
  await (await choosing).setFiles({ name, mimeType: XLSX, buffer })
}

test('an editor brings a workbook with faults, sees each by its cell, and takes the mended one in whole', async () => {
  const desk = await newDesktopPage(browser)
  await openAs(desk, product, 'editor', bankPath)
  await desk.getByRole('button', { name: '导入导出' }).filter({ visible: true }).click()
  await desk.getByText('选好文件先检查').waitFor()
  await expectNoSeriousFault(desk)

  await choose(desk, '选一个文件', '社区题目.xlsx', await faulty())
  await desk.getByText('2 道题，2 行里有 2 处要改。').waitFor()
  await desk.locator('.fault-list__row', { hasText: '第 2 行 F 列' }).waitFor()
  await desk.locator('.fault-list__row', { hasText: '第 3 行 H 列' }).getByText('写的是“F999”').waitFor()
  expect(await desk.getByRole('button', { name: /^导入 \d/ }).count()).toBe(0)
  await expectNoSeriousFault(desk)
  expect(await drafts()).toEqual([])

  await choose(desk, '改好了，再选一次', '社区题目.xlsx', await mended())
  await desk.getByText('2 道题，都没有问题。').waitFor()
  expect(await drafts()).toEqual([])
  await desk.getByRole('button', { name: '导入 2 道题' }).click()
  await desk.getByText('2 道题都在“待审”里').waitFor()
  await expectNoSeriousFault(desk)
  expect((await drafts()).sort()).toEqual([...stems].sort())
  await desk.getByRole('button', { name: '去看待审的题' }).click()
  await desk.locator('.question-card', { hasText: stems[0]! }).filter({ visible: true }).waitFor()
  expectNoPageFault(desk)
  await desk.context().close()
})

test('a text that is no table is refused in words on the phone, and the bank leaves as a file', async () => {
  const phone = await newPhonePage(browser)
  await openAs(phone, product, 'editor', importPath)
  await choose(phone, '选一个文件', '照片.xlsx', Buffer.from('%PDF-1.7\n%âãÏÓ\n'))
  await phone.getByText('这个文件打不开。').waitFor()
  await choose(phone, '选一个文件', '通知.txt', Buffer.from('明天下午大扫除。'))
  await phone.getByText('认不出这是什么格式').waitFor()
  await expectNoSeriousFault(phone)
  const fetched = phone.waitForResponse(answer => answer.url().includes('exportQuestions'))
  await phone.getByRole('button', { name: '导出 CSV' }).click()
  const { url } = (await (await fetched).json()) as { url: string }
  const file = await fetch(new URL(url, product.address))
  expect([file.status, (await file.text()).includes('题型')]).toEqual([200, true])
  await phone.context().close()
})

test('the statistics of questions say when they are counted, and whoever does not keep the bank sees none', async () => {
  const phone = await newPhonePage(browser)
  await openAs(phone, product, 'editor', statisticsPath)
  await phone.getByText('每个人对每一版题只算第一次答的').waitFor()
  await phone.getByRole('radio', { name: '答案可疑' }).click()
  await phone
    .getByText(/没有这样的题|答案可疑/)
    .first()
    .waitFor()
  await expectNoSeriousFault(phone)
  expectNoPageFault(phone)
  await phone.context().close()
  const resident = await newPhonePage(browser)
  await openAs(resident, product, 'resident', statisticsPath)
  await resident.getByText('题库由编辑来管').waitFor()
  await resident.context().close()
})
