import type { IdentityMode } from '#contract/people'

/** What this build was made for. Outside a Taro build (unit tests) the constants are not there and the defaults hold. */
export const deployment = {
  isBrowser: process.env.TARO_ENV === 'h5',
  /** Where the server is; empty, in the browser alone, means the same origin. */
  apiBase: typeof API_BASE === 'string' ? API_BASE : '',
  /** `https://…/{z}/{x}/{y}.png`; empty means a map without tiles. */
  tileUrl: typeof TILE_URL === 'string' ? TILE_URL : '',
  /** The subscribe-message template of reminders (订阅消息); empty means nobody is asked. */
  reminderTemplate: typeof REMINDER_TEMPLATE === 'string' ? REMINDER_TEMPLATE : '',
  identity: (typeof IDENTITY === 'string' ? IDENTITY : 'demo') as IdentityMode
}
