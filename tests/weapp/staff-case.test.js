const { createRuntime } = require('./harness')
const { card, elementWith, signIn, stubPhone, untilSays } = require('./stubbed-phone')

const LIST_BYTES_MAX = 30_000
const CASE_BYTES_MAX = 60_000

const VERIFIER = { personId: 'p9', displayName: '林晓', grants: [{ grantId: 'g', role: 'verifier', areaId: 'city' }] }
const named = (areaId, name) => ({ areaId, name })
const photo = (photoId, kind) => ({
  photoId,
  kind,
  takenAt: '2026-11-20T02:00:00.000Z',
  url: `/${photoId}.jpg`,
  thumbnailUrl: `/${photoId}-s.jpg`
})

const report = (more = {}) => ({
  ...card(23, { state: 'handled' }),
  ...{ viewer: 'staff', text: '墙上都是字', followerCount: 0, returnCount: 0, mergedCount: 0 },
  place: {
    grid: named('g4', '第四网格'),
    community: named('c1', '桂花社区'),
    street: named('s1', '河东街道'),
    city: named('city', '同和县')
  },
  photos: [photo('f1', 'before'), photo('f2', 'after')],
  history: [{ at: '2026-11-20T02:00:00.000Z', from: null, to: 'submitted', role: 'reporter', photoIds: ['f1'] }],
  moves: [
    { to: 'closed', needs: [] },
    { to: 'handling', needs: ['reason'] }
  ],
  ...more
})

const answersFor = given => ({
  'people/getMe': () => VERIFIER,
  'reports/getReport': () => given,
  'reports/moveReport': () => ({ state: 'handling', version: 4 })
})

function open(answers, address = '/packages/staff/case/index?reportId=r23') {
  const phone = stubPhone(answers)
  const runtime = createRuntime('dist/weapp', { wx: phone.wx })
  signIn(runtime.wx)
  runtime.wx.setStorageSync('tongchuang:person', JSON.stringify(VERIFIER))
  const page = runtime.launch(address)
  return { phone, runtime, page }
}

/** The sheet lies over the page, and its one button says the same as the one that opened it. */
const sheetButton = (page, word) => elementWith(page, '.case-sheet-foot .button', word)

function sayBytes(runtime, route) {
  const pieces = runtime.log.setData.filter(piece => piece.route === route).map(({ bytes }) => bytes)
  const all = pieces.reduce((sum, one) => sum + one, 0)
  process.stdout.write(`  ${route} setData: ${pieces.length} pieces, largest ${Math.max(...pieces)} bytes, all ${all} bytes\n`)
  return Math.max(...pieces)
}

test('a case draws exactly the moves the reply allows, and the pictures side by side', async () => {
  const { runtime, page } = open(answersFor(report()))
  await untilSays(runtime, page, '核查通过')
  expect(page.text('.case-steps__step')).toEqual(['核查通过', '返工'].map(word => expect.stringContaining(word)))
  expect(page.text()).toContain('处理前')
  expect(page.text()).toContain('处理后')
  expect(sayBytes(runtime, 'packages/staff/case/index')).toBeLessThanOrEqual(CASE_BYTES_MAX)
})

test('a case that allows no move draws none', async () => {
  const { runtime, page } = open(answersFor(report({ moves: [] })))
  await untilSays(runtime, page, '现在没有等你做的事')
  expect(page.text('.case-steps__step')).toHaveLength(0)
})

test('a move that needs a reason asks for it, and sends what was chosen with the version that was seen', async () => {
  const { phone, runtime, page } = open(answersFor(report()))
  await untilSays(runtime, page, '返工')
  await page.tap(elementWith(page, '.button', '返工'))
  await untilSays(runtime, page, '没清理干净')
  await page.tap(elementWith(page, '.case-picker__chip', '没清理干净'))
  await page.tap(sheetButton(page, '返工'))
  await runtime.flush(10)
  const moves = phone.asked.filter(([operation]) => operation === 'reports/moveReport').map(([, input]) => input)
  expect(moves).toEqual([expect.objectContaining({ reportId: 'r23', version: 3, to: 'handling', reasonCode: 'not-clean' })])
})

test('a case somebody else has moved meanwhile says so and sends nothing more', async () => {
  let moved = false
  const { runtime, page } = open({
    ...answersFor(report()),
    'reports/getReport': () => (moved ? report({ state: 'closed', version: 4, moves: [] }) : report()),
    'reports/moveReport': () => {
      moved = true
      return { code: 'stale-version', message: '' }
    }
  })
  await untilSays(runtime, page, '核查通过')
  await page.tap(elementWith(page, '.button', '核查通过'))
  await untilSays(runtime, page, '真的解决了')
  await page.tap(sheetButton(page, '核查通过'))
  await untilSays(runtime, page, '现在是“已办结”')
  expect(page.text()).toContain('这一步现在走不了了')
})

test('twenty cases reach the workbench in pieces of at most 30 kB', async () => {
  const waiting = { count: 20, overdueCount: 3 }
  const counts = { mine: ['handled'], waiting, counts: [{ state: 'handled', ...waiting }], suspensionRequestCount: 0 }
  const reports = Array.from({ length: 20 }, (_, index) => card(index, { state: 'handled', unitName: '环境卫生管理所', escalation: 3 }))
  const answers = { ...answersFor(report()), 'reports/countWork': () => counts, 'reports/listWork': () => ({ reports }) }
  const { runtime, page } = open(answers, '/packages/staff/work/index')
  await untilSays(runtime, page, '已超时')
  expect(page.text('.work-card')).toHaveLength(20)
  expect(page.text('.work-tabs__tab')[0]).toContain('超时 3')
  expect(sayBytes(runtime, 'packages/staff/work/index')).toBeLessThanOrEqual(LIST_BYTES_MAX)
})
