import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import type { Area } from '#contract/places'
import type { Wave, WaveReport } from '#contract/awareness-shapes'
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

const wavesPath = '/packages/quiz-desk/waves/index'
const title = '冬季知晓率调查'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first().click()
const confirm = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click()
const field = (page: Page, name: string) => page.getByRole('textbox', { name }).or(page.getByRole('spinbutton', { name })).first()

async function communityNames(): Promise<string[]> {
  const { areas } = await product.call<{ areas: Area[] }>('places/listAreas', {})
  return areas.filter(({ kind }) => kind === 'community').map(({ name }) => name)
}

/** Twelve are asked: nine answers wanted, three in four expected to answer. */
async function plan(page: Page) {
  await field(page, '名字').fill(title)
  await field(page, '误差（±%）').fill('20')
  await field(page, '预计应答率（%）').fill('75')
  await field(page, '预计设计效应').fill('1')
  await page.locator('.sample-helper__fact', { hasText: '人要问到' }).getByText('12', { exact: true }).waitFor()
  await page.getByLabel('开始', { exact: true }).fill('2026-11-23')
  await page.getByLabel('结束', { exact: true }).fill('2026-12-06')
  const [north, south] = await communityNames()
  await press(page, '从表格粘贴')
  const table = (name: string) => ['社区\t年龄段\t性别\t人数', `${name}\t30-44\t女\t500`, `${south}\t60–74 岁\t男\t七百`].join('\n')
  await page.getByRole('textbox', { name: '表格' }).fill(table('天边社区'))
  await page.getByText('第 2 行：没有叫“天边社区”的社区').waitFor()
  await page.getByText('第 3 行：人数“七百”不是整数').waitFor()
  await page.getByRole('textbox', { name: '表格' }).fill(table(north!).replace('七百', '700'))
  await page.getByText('读出 2 个社区、2 格，共 1200 人').waitFor()
  await expectNoSeriousFault(page)
  await press(page, '用这张表')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** The links as the office has them: out of the file it downloads. */
async function downloadedLinks(page: Page): Promise<string[]> {
  const coming = page.waitForEvent('download')
  await press(page, '下载 XLSX')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await readFile(await (await coming).path())) as unknown as ArrayBuffer)
  const rows = (book.getWorksheet('链接')!.getSheetValues() as unknown[][]).slice(2)
  return rows.map(row => String(row[5]))
}

/** Answers behind a link without a browser: the first option of each question. */
async function answer(link: string) {
  const token = new URL(link.replace('/#', '')).searchParams.get('token')!
  const form = await product.call<{ items: { itemId: string; options: { optionId: string }[] }[] }>('quizzes/getWaveForm', { token })
  const answers = form.items.map(({ itemId, options }) => ({ itemId, optionId: options[0]!.optionId }))
  await product.call('quizzes/answerWave', { token, answers })
}

async function onlyWave(): Promise<{ wave: Wave; token: string }> {
  const { token } = await product.signIn('supervisor')
  const { waves } = await product.call<{ waves: Wave[] }>('quizzes/listWaves', {}, token)
  return { wave: waves.find(wave => wave.title === title)!, token }
}

test('the office plans, draws, prints, opens, closes, reads the report and takes it along', async () => {
  const desk = await newDesktopPage(browser)
  await openAs(desk, product, 'supervisor', wavesPath)
  await press(desk, /计划第一次调查|新调查/)
  await plan(desk)
  await expectNoSeriousFault(desk)
  await press(desk, '存好计划')
  await desk.getByText('看一遍抽样框和题目').waitFor()
  await expectNoSeriousFault(desk)

  await press(desk, '抽样')
  await confirm(desk, '抽样')
  await desk.getByText('链接只说这一次').waitFor()
  await desk.locator('.link-card').nth(11).waitFor()
  expect([await desk.locator('.link-cards__page').count(), await desk.locator('.link-card').count()]).toEqual([2, 12])
  await expectNoSeriousFault(desk)
  const links = await downloadedLinks(desk)
  expect([links.length, new Set(links).size]).toEqual([12, 12])
  for (const link of links) expect(link).toMatch(/#\/packages\/quiz\/survey\/index\?token=[\w-]{22}$/)
  await press(desk, '都存好了，收起链接')
  await confirm(desk, '都存好了')
  await desk.getByText('把链接印好或发出去').waitFor()

  await press(desk, '开始调查')
  await confirm(desk, '开始调查')
  await desk.getByText('链接现在能用').waitFor()
  for (const link of links.slice(0, 7)) await answer(link)
  await desk.getByRole('radio', { name: '名单' }).click()
  await desk
    .getByRole('spinbutton', { name: '按编号找' })
    .or(desk.getByRole('textbox', { name: '按编号找' }))
    .first()
    .fill('9')
  await press(desk, /第 9 号/)
  await desk.getByRole('dialog').getByRole('radio', { name: '家中无人' }).click()
  await expectNoSeriousFault(desk)
  await confirm(desk, '记下')
  await desk.getByText(/家中无人/).waitFor()
  await desk.getByRole('radio', { name: '应答', exact: true }).click()
  await desk.getByText('应答率 58.3% · 家中无人 1').waitFor()
  await expectNoSeriousFault(desk)

  await press(desk, '结束调查')
  await confirm(desk, '结束调查')
  await desk.getByText('结果已经定下').waitFor()
  const { wave, token } = await onlyWave()
  const report = await product.call<WaveReport>('quizzes/getWaveReport', { waveId: wave.waveId }, token)
  expect(report.response).toMatchObject({ asked: 12, answered: 7 })
  await desk.locator('.wave-report__number', { hasText: `${(report.overall.estimate * 100).toFixed(1)}%` }).waitFor()
  await desk.getByText(report.met ? '达标' : '未达标', { exact: true }).waitFor()
  for (const item of report.items) await desk.getByText(item.stem).waitFor()
  await expectNoSeriousFault(desk)

  await press(desk, '发布报告')
  await confirm(desk, '发布报告')
  await desk.getByText('这份报告不会再变').waitFor()
  const coming = desk
    .context()
    .waitForEvent('page')
    .then(page => page.waitForEvent('download').catch(() => undefined))
  const downloading = desk.waitForEvent('download').catch(() => undefined)
  await press(desk, '下载 XLSX')
  const file = await Promise.race([coming, downloading])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await readFile(await file!.path())) as unknown as ArrayBuffer)
  const whole = (book.getWorksheet('结果')!.getSheetValues() as unknown[][]).filter(Boolean).find(row => row[1] === '全部题目')!
  expect([whole[2], whole[5], whole[6], whole[7]]).toEqual([7, report.overall.estimate, report.overall.low, report.overall.high])
  expectNoPageFault(desk)
  await desk.context().close()

  const phone = await newPhonePage(browser)
  await openAs(phone, product, 'supervisor', wavesPath)
  await press(phone, new RegExp(title))
  await phone.locator('.wave-report__number').waitFor()
  await expectNoSeriousFault(phone)
  expectNoPageFault(phone)
  await phone.context().close()
})

test('to staff of less than the city there are no surveys', async () => {
  const desk = await newDesktopPage(browser)
  await openAs(desk, product, 'reviewer', wavesPath)
  await desk.getByText('你现在的身份看不到').waitFor()
  expectNoPageFault(desk)
  await desk.context().close()
})
