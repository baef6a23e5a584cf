/** A phone with a camera, a position and a network that tests can cut, in front of a server that answers by operation. */
const PERSON = { personId: 'p1', displayName: '小满', grants: [], consentedPolicy: '2026-11-01' }
const POINT = { longitude: 115.6311, latitude: 32.7376 }

const named = (areaId, name) => ({ areaId, name })
const PLACE = {
  grid: named('g4', '第四网格'),
  community: named('c1', '桂花社区'),
  street: named('s1', '河东街道'),
  city: named('city', '同和县')
}

const category = (code, name, pinyin, quickButton) => ({
  ...{ code, version: 1, groupCode: code.slice(0, 2), groupName: '分组', name, mode: 'FIX', hours: 4, clock: 'working' },
  ...{ isUrgent: false, isReferredByDefault: false, duplicateRadiusMetres: 30, handler: '环卫', pinyin },
  ...(quickButton && { quickButton })
})
const CATEGORIES = [
  category('1001', '暴露垃圾', 'baolulaji bllj', 1),
  category('3001', '机动车乱停放', 'jidongcheluantingfang jdcltf', 2),
  category('6004', '路灯不亮', 'ludengbuliang ldbl')
]

const card = (index, more = {}) => ({
  ...{ reportId: `r${index}`, number: `2611-${String(index).padStart(4, '0')}`, state: 'handling', version: 3, mode: 'FIX' },
  ...{ categoryCode: '1001', categoryName: '非机动车乱停放', gridName: '第四网格', communityName: '桂花社区', point: POINT },
  ...{ submittedAt: '2026-11-20T02:00:00.000Z', dueAt: '2026-12-01T07:00:00.000Z', isOverdue: false, escalation: 0, isUrgent: false },
  reworkCount: 0,
  thumbnailUrl: `/files/01a1ff51-3154-7368-b38e-${String(index).padStart(12, '0')}/thumbnail?until=1795288800&for=01a1ff51&signature=${'s'.repeat(43)}`,
  ...more
})

const answers = {
  'people/getMe': () => PERSON,
  'reports/listCategories': () => ({ categories: CATEGORIES }),
  'reports/listPublishedReports': () => ({ reports: [] }),
  'reports/listMyReports': () => ({ reports: [] }),
  'reports/findSimilarReports': () => ({ reports: [] }),
  'reports/submitReport': () => ({
    reportId: 'r1',
    number: '2611-0421',
    state: 'submitted',
    version: 1,
    dueAt: '2026-12-01T07:00:00.000Z'
  }),
  'places/locatePoint': () => PLACE,
  'places/listShapes': () => ({ type: 'FeatureCollection', features: [] }),
  'places/listAreas': () => ({ areas: [] })
}

const task = { abort: () => undefined, onProgressUpdate: () => undefined, onHeadersReceived: () => undefined }
const hasCallback = options => Boolean(options.success ?? options.fail ?? options.complete)
const later = work => new Promise(resolve => setTimeout(() => resolve(work()), 0))

/** As WeChat answers: by callback where one is given, by promise where none is. Taro hands some calls through untouched. */
const succeed = (options, value) => {
  const result = { errMsg: 'ok', ...value }
  const told = later(() => {
    options.success?.(result)
    options.complete?.(result)
    return result
  })
  return hasCallback(options) ? task : told
}
const fail = (options, errMsg) => {
  const told = later(() => {
    options.fail?.({ errMsg })
    options.complete?.({ errMsg })
  })
  return hasCallback(options) ? task : told.then(() => Promise.reject(new Error(errMsg)))
}

/** The server the demo's mini-program is built for. */
const SERVER = 'http://127.0.0.1:3000'

/** WeChat calls nothing but whole addresses, and of those only the hosts the mini-program was allowed. */
const faultOfAddress = address => {
  if (!/^https?:\/\/[^/]/.test(address)) return `fail invalid url "${address}"`
  return new URL(address).origin === SERVER ? undefined : `fail url not in domain list: ${address}`
}

/** A refusal has its code and a message; an answer may have a code of its own, to be shown to somebody. */
const isRefusal = ({ code, message }) => code !== undefined && message !== undefined

/**
 * @param given answers by operation, in place of the ones above
 * @returns `wx` for the runtime, `asked` (every operation with its input), `uploads`, `refused` (addresses WeChat would
 *   not have called), `setOnline(isOnline)` and `deny(name, why?)`
 */
function stubPhone(given = {}) {
  const listeners = []
  const phone = { asked: [], uploads: [], refused: [], isOnline: true, photoCount: 0 }
  const refusedAddress = (name, address) => {
    const fault = faultOfAddress(address)
    if (fault) phone.refused.push(`${name}:${fault}`)
    return fault && `${name}:${fault}`
  }
  /** The person of this phone says no: to a permission, or by turning back (`cancel`). */
  phone.deny = (name, why = 'auth deny') => {
    phone.wx[name] = options => fail(options, `${name}:fail ${why}`)
  }
  const operations = { ...answers, ...given }
  const saved = new Set()
  const files = {
    saveFile: options => {
      const savedFilePath = options.tempFilePath.replace('tmp', 'store')
      saved.add(savedFilePath)
      succeed(options, { savedFilePath })
    },
    access: options => (saved.has(options.path) ? succeed(options) : fail(options, 'access:fail')),
    removeSavedFile: options => {
      saved.delete(options.filePath)
      succeed(options)
    }
  }
  phone.saved = saved
  phone.setOnline = isOnline => {
    phone.isOnline = isOnline
    for (const listener of listeners) listener({ isConnected: isOnline, networkType: isOnline ? 'wifi' : 'none' })
  }
  phone.wx = {
    request: options => {
      const fault = refusedAddress('request', options.url)
      if (fault) return fail(options, fault)
      const operation = options.url.replace(/^.*\/api\//, '')
      if (!phone.isOnline) return fail(options, 'request:fail')
      phone.asked.push([operation, options.data])
      const answer = operations[operation]
      if (!answer) return succeed(options, { statusCode: 404, data: { code: 'not-found', message: '' }, header: {} })
      const data = answer(options.data)
      return succeed(options, { statusCode: isRefusal(data) ? 422 : 200, data, header: {} })
    },
    uploadFile: options => {
      const fault = refusedAddress('uploadFile', options.url)
      if (fault) return fail(options, fault)
      if (!phone.isOnline) return fail(options, 'uploadFile:fail')
      phone.uploads.push(options.filePath)
      return succeed(options, { statusCode: 200, data: JSON.stringify({ fileId: `f${phone.uploads.length}`, width: 1, height: 1 }) })
    },
    chooseMedia: options => succeed(options, { type: 'image', tempFiles: [{ tempFilePath: `wxfile://tmp_${++phone.photoCount}.jpg` }] }),
    compressImage: options => succeed(options, { tempFilePath: options.src }),
    getLocation: options => succeed(options, { ...POINT, accuracy: 12 }),
    getSetting: options => succeed(options, { authSetting: {} }),
    getFileSystemManager: () => files,
    getNetworkType: options => succeed(options, { networkType: phone.isOnline ? 'wifi' : 'none' }),
    onNetworkStatusChange: listener => listeners.push(listener),
    onAppShow: () => undefined
  }
  return phone
}

/** Signs somebody in the way the app keeps it, before it is launched. */
function signIn(wx) {
  wx.setStorageSync('tongchuang:token', JSON.stringify('token'))
  wx.setStorageSync('tongchuang:person', JSON.stringify(PERSON))
}

/** The first element of a class whose words hold `words`. */
function elementWith(page, selector, words) {
  const found = page.$$(selector).find(element => element.dom.textContent.includes(words))
  if (!found) throw new Error(`no ${selector} says ${words}; the page says: ${page.text()}`)
  return found
}

/** Waits for what the page should say; a busy machine takes its time. */
async function untilSays(runtime, page, words) {
  for (let round = 0; round < 60 && !page.text().includes(words); round++) await runtime.flush(2)
  expect(page.text()).toContain(words)
}

module.exports = { PERSON, untilSays, stubPhone, signIn, elementWith, card }
