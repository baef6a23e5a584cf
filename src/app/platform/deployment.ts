import type { IdentityMode } from '#contract/people'

/** What this build was made for. Outside a Taro build (unit tests) the constants are not there and the defaults hold. */
export const deployment = {
  isBrowser: process.env.TARO_ENV === 'h5',
  /** Where the server is; empty means the same origin. */
  apiBase: typeof API_BASE === 'string' ? API_BASE : '',
  /** The WeChat cloud environment; empty means plain HTTPS. */
  cloudEnvironment: typeof CLOUD_ENV === 'string' ? CLOUD_ENV : '',
  /** `https://…/{z}/{x}/{y}.png`; empty means a map without tiles. */
  tileUrl: typeof TILE_URL === 'string' ? TILE_URL : '',
  /** The subscribe-message template of reminders (订阅消息); empty means nobody is asked. */
  reminderTemplate: typeof REMINDER_TEMPLATE === 'string' ? REMINDER_TEMPLATE : '',
  identity: (typeof IDENTITY === 'string' ? IDENTITY : 'demo') as IdentityMode
}
