/// <reference types="@tarojs/taro" />

declare module '*.scss'
declare module '*.png' {
  const address: string
  export default address
}
declare module '*.svg' {
  const address: string
  export default address
}

/** Set by config/index.ts when a deployment builds; `src/app/platform/deployment.ts` is the only reader. */
declare const API_BASE: string
declare const TILE_URL: string
declare const REMINDER_TEMPLATE: string
declare const IDENTITY: string
