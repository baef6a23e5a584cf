// What the H5 build makes of '@tarojs/taro': its browser APIs and React's life-cycle hooks under one name, on one object that tests may spy on.
const apis = require('@tarojs/plugin-platform-h5/dist/runtime/apis/index.js')
const hooks = require('@tarojs/plugin-framework-react/dist/runtime.js')

const Taro = apis.default
for (const part of [apis, hooks]) {
  for (const [name, value] of Object.entries(part)) if (name !== 'default' && !(name in Taro)) Taro[name] = value
}

const named = { __esModule: true, default: Taro }
for (const name of Object.keys(Taro)) {
  if (name !== 'default') Object.defineProperty(named, name, { enumerable: true, get: () => Taro[name] })
}
module.exports = named
