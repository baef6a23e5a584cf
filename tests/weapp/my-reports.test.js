const { createRuntime } = require('./harness')
const { card, signIn, stubPhone, untilSays } = require('./stubbed-phone')

const LIST_BYTES_MAX = 30_000
const twenty = from => Array.from({ length: 20 }, (_, index) => card(from + index))

test('twenty reports reach the page in pieces of at most 30 kB', async () => {
  const phone = stubPhone({
    'reports/listMyReports': ({ cursor }) => (cursor ? { reports: twenty(20) } : { reports: twenty(0), nextCursor: 'next' })
  })
  const runtime = createRuntime('dist/weapp', { wx: phone.wx })
  signIn(runtime.wx)
  const page = runtime.launch('/pages/my-reports/index')
  await untilSays(runtime, page, '正在办')
  expect(page.text('.report-item')).toHaveLength(20)
  expect(page.text('.report-item')[0]).toContain('正在办')

  page.instance.onReachBottom()
  await runtime.flush(15)
  expect(page.text('.report-item')).toHaveLength(40)

  const pieces = runtime.log.setData.filter(({ route }) => route === 'pages/my-reports/index').map(({ bytes }) => bytes)
  process.stdout.write(
    `  my-reports setData: ${pieces.length} pieces, largest ${Math.max(...pieces)} bytes, all ${pieces.reduce((sum, one) => sum + one, 0)} bytes\n`
  )
  expect(Math.max(...pieces)).toBeLessThanOrEqual(LIST_BYTES_MAX)
})

test('a list that does not come says so and offers another try', async () => {
  const phone = stubPhone()
  phone.isOnline = false
  const runtime = createRuntime('dist/weapp', { wx: phone.wx })
  signIn(runtime.wx)
  const page = runtime.launch('/pages/my-reports/index')
  await untilSays(runtime, page, '网络没连上')
  expect(page.text()).toContain('再试一次')
})
