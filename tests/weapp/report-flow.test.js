const { createRuntime } = require('./harness')
const { elementWith, signIn, stubPhone, untilSays } = require('./stubbed-phone')

const openHome = async phone => {
  const runtime = createRuntime('dist/weapp', { wx: phone.wx })
  signIn(runtime.wx)
  await untilSays(runtime, runtime.launch('/pages/home/index'), '暴露垃圾')
  return runtime
}

const quickButton = page => elementWith(page, '.quick-buttons__button', '暴露垃圾')
const sendButton = page =>
  elementWith(
    page,
    '.button',
    page.text('.button').find(word => /发送|存好/.test(word))
  )

test('a quick button, the shutter and send are all there is between home and a report', async () => {
  const phone = stubPhone()
  const runtime = await openHome(phone)

  await runtime.top().tap(quickButton(runtime.top()))
  const form = runtime.top()
  await untilSays(runtime, form, '再拍一张')
  expect(form.route).toBe('pages/report/index')
  expect(phone.photoCount).toBe(1)
  await untilSays(runtime, form, '桂花社区 · 第四网格')

  await form.tap(sendButton(form))
  await untilSays(runtime, form, '已收到，编号 2611-0421')
  expect(form.text()).toContain('前回复你')

  const sent = phone.asked.filter(([operation]) => operation === 'reports/submitReport')
  expect(sent).toHaveLength(1)
  expect(sent[0][1]).toMatchObject({ categoryCode: '1001', photoIds: ['f1'], point: { longitude: 115.6311, latitude: 32.7376 } })
  expect(sent[0][1].observedAt).toBeDefined()
  expect(phone.saved.size).toBe(0)
})

test('without network it is kept and sends itself once when the network is back', async () => {
  const phone = stubPhone()
  const runtime = await openHome(phone)
  phone.setOnline(false)
  await runtime.top().tap(quickButton(runtime.top()))
  const form = runtime.top()
  await untilSays(runtime, form, '再拍一张')
  await untilSays(runtime, form, '现在没有网络')

  await form.tap(sendButton(form))
  await untilSays(runtime, form, '已存好，待发送')
  expect(phone.uploads).toEqual([])

  runtime.wx.navigateTo({ url: '/pages/my-reports/index' })
  const mine = runtime.top()
  await untilSays(runtime, mine, '待发送')
  expect(mine.text('.queued-item')).toHaveLength(1)

  phone.setOnline(true)
  await untilSays(runtime, mine, '还没有上报')
  expect(mine.text('.queued-item')).toHaveLength(0)
  expect(phone.asked.filter(([operation]) => operation === 'reports/submitReport')).toHaveLength(1)
  expect(phone.uploads).toHaveLength(1)
  phone.setOnline(false)
  phone.setOnline(true)
  await runtime.flush(20)
  expect(phone.asked.filter(([operation]) => operation === 'reports/submitReport')).toHaveLength(1)
})

test('a place outside the city is said on the form, and photo, words and key are still there', async () => {
  let isOutside = true
  const sent = { reportId: 'r1', number: '2611-0422', state: 'submitted', version: 1 }
  const phone = stubPhone({ 'reports/submitReport': () => (isOutside ? { code: 'outside-area', message: '' } : sent) })
  const runtime = await openHome(phone)
  await runtime.top().tap(quickButton(runtime.top()))
  const form = runtime.top()
  await untilSays(runtime, form, '再拍一张')
  await form.tap(sendButton(form))
  await untilSays(runtime, form, '这个位置不在本地范围内')
  expect(form.$$('.photo-grid__photo')).toHaveLength(1)

  isOutside = false
  await form.tap(sendButton(form))
  await untilSays(runtime, form, '已收到，编号 2611-0422')
  const keys = phone.asked.filter(([operation]) => operation === 'reports/submitReport').map(([, input]) => input.idempotencyKey)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  expect(phone.uploads).toHaveLength(1)
})
