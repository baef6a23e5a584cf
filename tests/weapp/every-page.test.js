const fs = require('node:fs')
const { createRuntime } = require('./harness')
const { PERSON, signIn, stubPhone } = require('./stubbed-phone')

const { pages, subPackages } = JSON.parse(fs.readFileSync('dist/weapp/app.json', 'utf8'))
const routes = [...pages, ...subPackages.flatMap(({ root, pages: inside }) => inside.map(page => `${root}/${page}`))]

const ROLES = ['reviewer', 'dispatcher', 'handler', 'verifier', 'supervisor', 'liaison', 'organiser', 'editor', 'interviewer', 'admin']
/** One who may open everything. */
const EVERYBODY = { ...PERSON, grants: ROLES.map(role => ({ grantId: role, role, areaId: 'city', areaName: '同和县' })) }

/** Every object an address may name; a server that knows none of them. */
const ADDRESS = [
  'reportId',
  'activityId',
  'shiftId',
  'contestId',
  'attemptId',
  'waveId',
  'rewardId',
  'redemptionId',
  'questionId',
  'unitId'
]
  .map(name => `${name}=x1`)
  .join('&')

const open = (route, person) => {
  const phone = stubPhone({ 'people/getMe': () => person ?? { code: 'not-signed-in', message: '' } })
  const runtime = createRuntime('dist/weapp', { wx: phone.wx })
  if (person) {
    signIn(runtime.wx)
    runtime.wx.setStorageSync('tongchuang:person', JSON.stringify(person))
  }
  return { phone, runtime, page: runtime.launch(`/${route}?${ADDRESS}`) }
}

test.each(routes)('%s opens for one who may and for one who is not signed in, and calls the server alone', async route => {
  for (const person of [EVERYBODY, undefined]) {
    const { phone, runtime } = open(route, person)
    await runtime.flush(6)
    // A page may send its visitor on, to where they sign in.
    expect(runtime.top().text().length).toBeGreaterThan(0)
    expect(phone.refused).toEqual([])
    runtime.close()
  }
})
