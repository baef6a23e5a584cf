const { createRuntime } = require('./harness')
const { phoneNow } = require('./phone-clock')
const { elementWith, signIn, stubPhone, untilSays } = require('./stubbed-phone')

const HOUR = 3_600_000
const at = hours => new Date(phoneNow() + hours * HOUR).toISOString()
const SITE = { longitude: 115.6311, latitude: 32.7376, radiusMetres: 150 }
const CODE = 'TCS.s1.i.1a2b3c.9f8e7d6c5b4a39281706f5e4'

const shift = (more = {}) => ({
  ...{ shiftId: 's1', startsAt: at(0.5), endsAt: at(2.5), capacity: 10, seatsLeft: 2, joinedCount: 8, waitlistCount: 0 },
  ...{ isCancelled: false },
  ...more
})
const CARD = {
  ...{ activityId: 'a1', title: '护河清洁日', topic: '环境清洁', state: 'published', organisationName: '桂花社区志愿服务队' },
  ...{ communityId: 'c1', communityName: '桂花社区', site: SITE, meetingPlace: '桂花桥东头' }
}

/** A server that remembers one person's sign-up and attendance. */
function serverOf() {
  const state = { signUp: undefined, attendance: 'none' }
  const mySignUp = () => state.signUp && { state: state.signUp, attendance: state.attendance }
  const now = () => shift(mySignUp() && { mySignUp: mySignUp() })
  const answers = {
    'volunteering/listActivities': () => ({
      activities: [{ ...CARD, startsAt: at(0.5), endsAt: at(2.5), shiftCount: 1, seatsLeft: 2, isJoined: Boolean(state.signUp) }]
    }),
    'volunteering/countByDay': () => ({ days: [] }),
    'volunteering/getActivity': () => ({
      ...{ ...CARD, ...now(), shiftCount: 1, isJoined: Boolean(state.signUp), riskLevel: 1, riskNote: '河边湿滑', bring: '水壶' },
      ...{ needsApproval: false, shifts: [now()], canManage: false, canPublish: false, gates: [] }
    }),
    'volunteering/listMyShifts': () => ({
      shifts: state.signUp
        ? [{ ...CARD, shift: now(), signUp: mySignUp(), isMidwayOpen: false, ...(state.attendance !== 'none' && { checkedInAt: at(0) }) }]
        : []
    }),
    'volunteering/joinShift': () => {
      state.signUp = 'confirmed'
      return { state: 'confirmed' }
    },
    'volunteering/checkIn': () => {
      state.signUp = 'present'
      state.attendance = 'checked_in'
      return { state: 'checked_in' }
    },
    'volunteering/checkOut': () => {
      state.attendance = 'checked_out'
      return { state: 'checked_out' }
    }
  }
  return { state, answers }
}

function open(server, address) {
  const phone = stubPhone(server.answers)
  const scans = []
  const wx = {
    ...phone.wx,
    scanCode: options => {
      scans.push(options)
      setTimeout(() => options.success({ result: CODE, errMsg: 'scanCode:ok' }), 0)
    }
  }
  const runtime = createRuntime('dist/weapp', { wx })
  signIn(runtime.wx)
  return { phone, scans, runtime, page: runtime.launch(address) }
}

const asked = (phone, operation) => phone.asked.filter(([name]) => name === `volunteering/${operation}`).map(([, input]) => input)

test('two taps lead from an activity to a seat', async () => {
  const { phone, runtime, page } = open(serverOf(), '/packages/volunteer/activity/index?activityId=a1')
  await untilSays(runtime, page, '河边湿滑')
  await page.tap(elementWith(page, '.activity-footer .button', '报名'))
  await untilSays(runtime, page, '报上再退出就算一次临时取消')
  await page.tap(elementWith(page, '.join-sheet__acts .button', '确认报名'))
  await untilSays(runtime, page, '报好了')
  expect(asked(phone, 'joinShift')).toMatchObject([{ shiftId: 's1' }])
})

test('the tab leads to the scanner, which takes the camera only, and a no to the position is no hindrance', async () => {
  const server = serverOf()
  server.state.signUp = 'confirmed'
  const { phone, scans, runtime, page } = open(server, '/pages/volunteer/index')
  await untilSays(runtime, page, '可以签到了')
  await page.tap(elementWith(page, '.next-shift .button', '去签到'))
  const arrive = runtime.top()
  await untilSays(runtime, arrive, '出示我的码')
  await arrive.tap(elementWith(arrive, '.arrive-view__big .button', '扫码签到'))
  await untilSays(runtime, arrive, '不给位置也能签到')
  await arrive.tap(elementWith(arrive, '.join-sheet__acts .button', '不带，直接签'))
  await untilSays(runtime, arrive, '走之前回到这里签退')
  expect(scans).toMatchObject([{ onlyFromCamera: true, scanType: ['qrCode'] }])
  const [arrival] = asked(phone, 'checkIn')
  expect(arrival).toMatchObject({ shiftId: 's1', code: CODE })
  expect(arrival.position).toBeUndefined()
  expect(arrival.deviceId).toMatch(/^device-/)
})

test('scanning out sends the position where the person chose so, and says what comes next', async () => {
  const server = serverOf()
  Object.assign(server.state, { signUp: 'present', attendance: 'checked_in' })
  const { phone, runtime, page } = open(server, '/packages/volunteer/arrive/index?shiftId=s1')
  await untilSays(runtime, page, '走之前记得签退')
  await page.tap(elementWith(page, '.arrive-view__big .button', '扫码签退'))
  await untilSays(runtime, page, '要不要带上位置')
  await page.tap(elementWith(page, '.join-sheet__acts .button', '带上位置'))
  await untilSays(runtime, page, '辛苦了')
  expect(asked(phone, 'checkOut')).toMatchObject([{ code: CODE, position: { longitude: 115.6311, accuracyMetres: 12 } }])
})

test('without network nothing is kept for later: staff scan instead', async () => {
  const server = serverOf()
  server.state.signUp = 'confirmed'
  const { phone, runtime, page } = open(server, '/packages/volunteer/arrive/index?shiftId=s1')
  await untilSays(runtime, page, '可以签到了')
  phone.setOnline(false)
  await untilSays(runtime, page, '没有网络，手机签不了')
  await page.tap(elementWith(page, '.arrive-view__big .button', '扫码签到'))
  await untilSays(runtime, page, '不给位置也能签到')
  await page.tap(elementWith(page, '.join-sheet__acts .button', '不带，直接签'))
  await untilSays(runtime, page, '也不能过后补签')
  phone.setOnline(true)
  await runtime.flush(20)
  expect(asked(phone, 'checkIn')).toEqual([])
})

test('an answer that got lost counts when the code turns out to be used', async () => {
  const server = serverOf()
  server.state.signUp = 'confirmed'
  server.answers['volunteering/checkIn'] = () => ({ code: 'code-used', message: '', data: { state: 'checked_in' } })
  const { runtime, page } = open(server, '/packages/volunteer/arrive/index?shiftId=s1')
  await untilSays(runtime, page, '可以签到了')
  await page.tap(elementWith(page, '.arrive-view__big .button', '扫码签到'))
  await untilSays(runtime, page, '不给位置也能签到')
  await page.tap(elementWith(page, '.join-sheet__acts .button', '不带，直接签'))
  await untilSays(runtime, page, '去忙吧')
})
