const fs = require('node:fs')
const path = require('node:path')
const { PhoneDate } = require('./phone-clock')

// Names that jsdom or Node have and WeChat's logic layer has not. They are bound to undefined, so that a leak fails here as on a phone.
const absentNames = `
  window document self global navigator location history fetch Headers Request Response AbortController AbortSignal FormData Blob File FileReader
  URL URLSearchParams ReadableStream WritableStream TransformStream TextEncoder TextDecoder XMLHttpRequest WebSocket EventSource localStorage
  sessionStorage indexedDB crypto performance MessageChannel MessagePort BroadcastChannel structuredClone queueMicrotask atob btoa Buffer process
  setImmediate clearImmediate Event EventTarget CustomEvent Image Node Element HTMLElement SVGElement requestAnimationFrame cancelAnimationFrame
  MutationObserver IntersectionObserver ResizeObserver getComputedStyle matchMedia alert Worker Intl DOMException
`
  .trim()
  .split(/\s+/)

const presentGlobals = {
  ...{ setTimeout, clearTimeout, setInterval, clearInterval },
  ...{ Object, Array, Promise, Date: PhoneDate, Math, JSON, Symbol, Map, Set, WeakMap, WeakSet, Error }
}

/** Loads compiled files byte for byte, each with only the names WeChat gives it; `environment` holds App, Page, wx and the like. */
function createLoader(environment) {
  const modules = new Map()
  const names = ['require', 'module', 'exports', 'globalThis', 'Date', ...Object.keys(environment), ...absentNames]
  const absentValues = absentNames.map(() => undefined)

  return function load(request) {
    const file = request.endsWith('.js') ? request : `${request}.js`
    if (modules.has(file)) return modules.get(file).exports
    const loaded = { exports: {} }
    modules.set(file, loaded)
    const run = new Function(...names, `${fs.readFileSync(file, 'utf8')}\n//# sourceURL=${file}`)
    const requireFrom = relative => load(path.resolve(path.dirname(file), relative))
    run(requireFrom, loaded, loaded.exports, presentGlobals, PhoneDate, ...Object.values(environment), ...absentValues)
    return loaded.exports
  }
}

module.exports = { createLoader }
