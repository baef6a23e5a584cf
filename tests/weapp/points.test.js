const { createRuntime } = require('./harness')
const { elementWith, signIn, stubPhone, untilSays } = require('./stubbed-phone')

const REWARD = {
  ...{
    rewardId: 'w1',
    version: 1,
    state: 'open',
    title: '纯棉毛巾',
    kind: 'daily',
    communityId: 'c1',
    communityName: '柳园社区',
    price: 30
  },
  ...{ perPersonLimit: 2, limitPeriod: 'month', needsPreparing: false, stockLeft: 4, leftForMe: 2 },
  ...{ pickUpPlace: '社区服务站一楼', pickUpHours: '工作日 9:00–17:00' }
}

/** A shelf with one reward, and a purse that pays for it. */
function serverOf(available = 50) {
  const state = { available, held: 0, redemption: undefined }
  const redemption = () => ({
    ...{ redemptionId: 'd1', rewardId: 'w1', title: '纯棉毛巾', quantity: 1, points: 30, state: state.redemption },
    ...{ createdAt: '2026-11-22T01:00:00.000Z', pickUpPlace: REWARD.pickUpPlace, pickUpHours: REWARD.pickUpHours },
    mayCancel: state.redemption === 'ready',
    ...(state.redemption === 'ready' && { code: 'TCR-1-abcdef', validForSeconds: 20 })
  })
  const move = (to, points) => {
    Object.assign(state, { redemption: to, available: state.available - points, held: state.held + points })
    return { redemptionId: 'd1', state: to }
  }
  const answers = {
    'points/getMyPoints': () => ({
      ...{ available: state.available, held: state.held, pending: 0, debt: 0 },
      expiring: [],
      isFrozen: false,
      lines: []
    }),
    'points/listRewards': () => ({ rewards: [REWARD] }),
    'points/getReward': () => REWARD,
    'points/redeemReward': () => move('ready', 30),
    'points/getRedemption': redemption
  }
  return { state, answers }
}

function open(server, address) {
  const phone = stubPhone(server.answers)
  const runtime = createRuntime('dist/weapp', {
    wx: {
      ...{ ...phone.wx, pageScrollTo: () => Promise.resolve(), vibrateShort: () => Promise.resolve() },
      ...{
        setScreenBrightness: () => Promise.resolve(),
        getScreenBrightness: () => Promise.resolve({ value: 0.5 }),
        setKeepScreenOn: () => Promise.resolve()
      }
    }
  })
  signIn(runtime.wx)
  return { phone, runtime, page: runtime.launch(address) }
}

const press = (page, word) => page.tap(elementWith(page, '.button', word))
const asked = (phone, name) => phone.asked.filter(([operation]) => operation === name)

test('two taps from a reward to its code: the first asks, the second takes it', async () => {
  const server = serverOf()
  const { phone, runtime, page } = open(server, '/packages/points/reward/index?rewardId=w1')
  await untilSays(runtime, page, '用 30 分兑换')
  await press(page, '用 30 分兑换')
  await untilSays(runtime, page, '确认兑换吗？')
  expect([asked(phone, 'points/redeemReward'), server.state.held]).toEqual([[], 0])
  await press(page, '确认兑换')
  const redemption = runtime.top()
  await untilSays(runtime, redemption, '可以领了')
  await untilSays(runtime, redemption, '截图没有用')
  const [[, taken], ...more] = asked(phone, 'points/redeemReward')
  expect([taken, more]).toEqual([{ rewardId: 'w1', quantity: 1, idempotencyKey: expect.any(String) }, []])
})

test('who turns back has every point: nothing was asked of the server', async () => {
  const server = serverOf()
  const { phone, runtime, page } = open(server, '/packages/points/reward/index?rewardId=w1')
  await untilSays(runtime, page, '用 30 分兑换')
  await press(page, '用 30 分兑换')
  await untilSays(runtime, page, '确认兑换吗？')
  await press(page, '先不兑了')
  await untilSays(runtime, page, '用 30 分兑换')
  expect(asked(phone, 'points/redeemReward')).toEqual([])
  expect(server.state).toMatchObject({ available: 50, held: 0 })
})

test('who has too few points reads how many are missing, and nothing is asked of the server', async () => {
  const { phone, runtime, page } = open(serverOf(12), '/packages/points/reward/index?rewardId=w1')
  await untilSays(runtime, page, '还差 18 分')
  await press(page, '用 30 分兑换')
  expect(asked(phone, 'points/redeemReward')).toEqual([])
})

test('the shelf opens from 我的积分 and leads to a reward', async () => {
  const { runtime, page } = open(serverOf(), '/packages/points/shelf/index')
  await untilSays(runtime, page, '纯棉毛巾')
  await untilSays(runtime, page, '只剩 4 件')
})
