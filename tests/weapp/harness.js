/**
 * Runs the compiled mini-program (dist/weapp) byte for byte in a simulated WeChat: WXML compiled by WeChat's own wcc, components run on
 * WeChat's own exparser (both behind miniprogram-simulate, which only knows components), while App, Page, routing and `wx` are supplied here.
 * No layout, canvas or map; built-in components do nothing by themselves, so tests dispatch `submit`, `input` and the like. One dist per test file.
 */
const fs = require('node:fs')
const path = require('node:path')
const simulate = require('miniprogram-simulate')
const simulateParts = require('miniprogram-simulate/src/utils')
const { createLoader } = require('./harness-sandbox')
const { createWx } = require('./harness-wx')

/** Built-in pieces of Taro's own output, which take their page's styles. */
const isTaroPiece = file => /[\\/](comp|custom-wrapper)$/.test(file)

const splitAddress = address => {
  const [route, query] = address.replace(/^\//, '').split('?')
  return { route, query: Object.fromEntries(new URLSearchParams(query)) }
}

const textOf = element => element.textContent.replace(/\s+/g, ' ').trim()

/**
 * @param dist the compiled mini-program
 * @param options `wx`: functions that answer in place of the phone, such as chooseMedia or request
 * @returns a runtime: `launch(address?)`, `open(address)`, `close()`, `top()`, `flush()`, `stack`, `wx`, and `log`: every setData with its
 *   keys and bytes, and every call that was only noted
 */
function createRuntime(dist, { wx: stubs = {} } = {}) {
  const root = path.resolve(dist)
  const appJson = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8'))
  const subpackages = appJson.subPackages ?? appJson.subpackages ?? []
  const routes = [...appJson.pages, ...subpackages.flatMap(({ root: folder, pages }) => pages.map(page => path.posix.join(folder, page)))]
  const tabs = new Set((appJson.tabBar?.list ?? []).map(({ pagePath }) => pagePath))
  const runtime = { log: { setData: [], calls: [] }, stack: [], app: undefined }
  const componentIds = {}
  let running = ''

  runtime.wx = createWx(runtime, stubs)
  const load = createLoader({
    wx: runtime.wx,
    App: definition => (runtime.app = definition),
    getApp: () => runtime.app,
    getCurrentPages: () => runtime.stack.map(page => page.instance),
    Page: registerPage,
    Component: definition =>
      global.Component(isTaroPiece(running) ? { ...definition, options: { ...definition.options, classPrefix: '' } } : definition),
    Behavior: definition => global.Behavior(definition),
    __wxConfig: { envVersion: 'develop' }
  })
  simulateParts.runJs = file => {
    running = file
    return load(file)
  }

  runtime.launch = (address = `/${appJson.pages[0]}`) => {
    load(path.join(root, 'app.js'))
    const { route, query } = splitAddress(address)
    const opening = { path: route, query, scene: 1001, referrerInfo: {} }
    runtime.app.onLaunch?.(opening)
    runtime.app.onShow?.(opening)
    return runtime.open(address)
  }

  runtime.open = address => {
    const { route, query } = splitAddress(address)
    if (!routes.includes(route)) throw new Error(`page ${route} is not in app.json`)
    runtime.top()?.hide()
    componentIds[route] ??= simulate.load(path.join(root, route), { compiler: 'official', rootPath: root, usingComponents: {} })
    const page = openPage(runtime, simulate.render(componentIds[route]), route, query)
    runtime.stack.push(page)
    document.body.appendChild(page.frame)
    page.component.attach(page.frame)
    page.instance.onLoad?.(query)
    page.show()
    page.instance.onReady?.()
    return page
  }

  runtime.close = () => {
    const page = runtime.stack.pop()
    page.instance.onUnload?.()
    page.component.detach()
    page.frame.remove()
  }

  runtime.top = () => runtime.stack.at(-1)
  runtime.isTab = route => tabs.has(route)
  /** Lets timers, promises and setData settle. */
  runtime.flush = async (rounds = 5) => {
    for (let i = 0; i < rounds; i++) await simulate.sleep(20)
  }
  return runtime
}

/** Page() by way of Component(), the only one miniprogram-simulate has. */
function registerPage({ data = {}, ...rest }) {
  const methods = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'function'))
  const options = { classPrefix: '', addGlobalClass: true, multipleSlots: true, styleIsolation: 'apply-shared' }
  global.Component({ options, data, methods, behaviors: [] })
}

function openPage(runtime, component, route, query) {
  const { instance } = component
  instance.route = instance.__route__ = route
  instance.options = query
  logSetData(runtime.log, instance, route)
  const find = selector => {
    const found = typeof selector === 'string' ? component.querySelector(selector) : selector
    if (!found) throw new Error(`${route} has no ${selector}`)
    return found
  }
  const dispatch = async (selector, event, detail = {}) => {
    find(selector).dispatchEvent(event, { bubbles: true, composed: true, capturePhase: true, detail })
    await runtime.flush()
  }
  return {
    ...{ route, query, component, instance, dispatch },
    frame: document.createElement('wx-page'),
    show: () => instance.onShow?.(),
    hide: () => instance.onHide?.(),
    dom: () => component.dom,
    /** The words of the page, or those of every element a selector finds. */
    text: selector => (selector ? [...component.dom.querySelectorAll(selector)].map(textOf) : textOf(component.dom)),
    $: selector => component.querySelector(selector),
    $$: selector => component.querySelectorAll(selector),
    tap: selector => dispatch(selector, 'tap'),
    input: (selector, value) => dispatch(selector, 'input', { value, cursor: value.length })
  }
}

function logSetData(log, instance, route) {
  const setData = instance.setData
  instance.setData = function (data, done) {
    log.setData.push({ route, keys: Object.keys(data), bytes: Buffer.byteLength(JSON.stringify(data)) })
    return setData.call(this, data, done)
  }
}

module.exports = { createRuntime }
