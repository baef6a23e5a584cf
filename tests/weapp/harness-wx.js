const systemInfo = {
  ...{ SDKVersion: '3.7.0', version: '8.0.50', platform: 'devtools', brand: 'devtools', model: 'simulated', language: 'zh_CN' },
  ...{ windowWidth: 375, windowHeight: 667, screenWidth: 375, screenHeight: 667, pixelRatio: 2, statusBarHeight: 20 },
  ...{ fontSizeSetting: 16, fontSizeScaleFactor: 1, theme: 'light', host: { env: 'WeChat' } },
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 }
}

/** Calls out of the sandbox that a test must answer for itself; unanswered ones fail as WeChat fails them, and are logged. */
const answeredByTests =
  /^(choose|upload|download|scan|getLocation|getFuzzyLocation|request|compress|login|cloud|openSetting|getSetting|authorize)/

const answer = (name, options, value = {}) => {
  const result = { errMsg: `${name}:ok`, ...value }
  options?.success?.(result)
  options?.complete?.(result)
}

const refusing = (name, log) => options => {
  log.calls.push([name, options])
  const fault = { errMsg: `${name}:fail not stubbed` }
  options?.fail?.(fault)
  options?.complete?.(fault)
}

/** The `wx` of the simulated phone: routing works on `runtime`, storage in memory, the rest is logged; `stubs` come first. */
function createWx(runtime, stubs) {
  const { log } = runtime
  const stored = new Map()
  const logged = name => options => {
    log.calls.push([name, options])
    answer(name, options)
  }
  const routed = (name, go) => options => {
    go(options ?? {})
    answer(name, options)
  }
  const closeAll = () => {
    while (runtime.stack.length > 0) runtime.close()
  }
  const own = {
    getSystemInfoSync: () => systemInfo,
    getWindowInfo: () => systemInfo,
    getDeviceInfo: () => systemInfo,
    getAppBaseInfo: () => systemInfo,
    getSystemSetting: () => systemInfo,
    canIUse: () => true,
    nextTick: work => setTimeout(work, 0),
    getStorageSync: key => stored.get(key) ?? '',
    setStorageSync: (key, value) => void stored.set(key, value),
    removeStorageSync: key => void stored.delete(key),
    clearStorageSync: () => stored.clear(),
    getStorageInfoSync: () => ({ keys: [...stored.keys()], currentSize: 0, limitSize: 10240 }),
    navigateTo: routed('navigateTo', ({ url }) => runtime.open(url)),
    redirectTo: routed('redirectTo', ({ url }) => {
      runtime.close()
      runtime.open(url)
    }),
    navigateBack: routed('navigateBack', ({ delta = 1 }) => {
      for (let i = 0; i < delta && runtime.stack.length > 1; i++) runtime.close()
      runtime.top().show()
    }),
    switchTab: routed('switchTab', ({ url }) => {
      closeAll()
      runtime.open(url)
    }),
    reLaunch: routed('reLaunch', ({ url }) => {
      closeAll()
      runtime.open(url)
    }),
    ...Object.fromEntries(
      ['showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarTitle', 'vibrateShort', 'stopPullDownRefresh'].map(name => [
        name,
        logged(name)
      ])
    )
  }
  return new Proxy(Object.assign({}, global.wx, own, stubs), {
    get(target, name) {
      if (!(name in target) && typeof name === 'string' && answeredByTests.test(name)) target[name] = refusing(name, log)
      return target[name]
    }
  })
}

module.exports = { createWx }
