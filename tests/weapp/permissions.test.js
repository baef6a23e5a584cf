const { createRuntime } = require('./harness')
const { elementWith, signIn, stubPhone, untilSays } = require('./stubbed-phone')

const openForm = async phone => {
  const runtime = createRuntime('dist/weapp', { wx: phone.wx })
  signIn(runtime.wx)
  const page = runtime.launch('/pages/report/index')
  await untilSays(runtime, page, '从相册选')
  return { runtime, page }
}

test.each([
  ['camera', '拍一张'],
  ['album', '从相册选']
])('a phone that does not let WeChat at its %s says so, and where that is changed', async (_, word) => {
  const phone = stubPhone()
  phone.deny('chooseMedia')
  const opened = []
  phone.wx.openSetting = options => opened.push(options)
  const { runtime, page } = await openForm(phone)
  await page.tap(elementWith(page, '.photo-part__shutter, .photo-part .button', word))
  await untilSays(runtime, page, '没有用相机或相册的权限')
  await page.tap(elementWith(page, '.button', '去打开权限'))
  expect(opened).toHaveLength(1)
})

test('turning back from the camera is no refusal', async () => {
  const phone = stubPhone()
  phone.deny('chooseMedia', 'cancel')
  const { runtime, page } = await openForm(phone)
  await page.tap(elementWith(page, '.photo-part__shutter', '拍一张'))
  await runtime.flush(10)
  expect(page.text()).not.toContain('权限，照片拿不到')
})

test('a no to the position leaves the map and the list of grids', async () => {
  const phone = stubPhone()
  phone.deny('getLocation')
  const { runtime, page } = await openForm(phone)
  await page.tap(elementWith(page, '.button', '用我的位置'))
  await untilSays(runtime, page, '没有拿到位置权限')
})
