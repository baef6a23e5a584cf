import * as v from 'valibot'
import { connectReminders, type ReminderWords } from '#server/wechat/reminders'

/** What the product asks of WeChat's servers. */
export interface WeChat {
  /** The openid behind a fresh wx.login code; `undefined` where WeChat does not accept the code. The session_key is dropped. */
  exchangeLoginCode(code: string): Promise<string | undefined>
  /** Reminds somebody of a shift, where they allowed it (订阅消息); false where WeChat did not deliver it. */
  sendReminder(openid: string, reminder: ReminderWords): Promise<boolean>
}

const ANSWER_MILLISECONDS_MAX = 5_000
const Answer = v.object({ openid: v.optional(v.string()), errcode: v.optional(v.number()) })

/** Codes that mean "fetch a new code": invalid, used before, blocked by risk control. */
const REFUSED_CODES = new Set([40029, 40163, 40226])

/** Calls code2session at WeChat (小程序登录, auth.code2Session). `origin` is WeChat's own; tests give a stand-in. */
export function connectWeChat({
  appId,
  appSecret,
  reminderTemplateId,
  origin = 'https://api.weixin.qq.com'
}: {
  appId: string
  appSecret: string
  reminderTemplateId?: string | undefined
  origin?: string
}): WeChat {
  return {
    sendReminder: connectReminders({ appId, appSecret, templateId: reminderTemplateId, origin }),
    async exchangeLoginCode(code) {
      const query = new URLSearchParams({ appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' })
      const reply = await fetch(`${origin}/sns/jscode2session?${query}`, { signal: AbortSignal.timeout(ANSWER_MILLISECONDS_MAX) })
      const answer = v.parse(Answer, await reply.json())
      if (answer.openid) return answer.openid
      if (answer.errcode !== undefined && REFUSED_CODES.has(answer.errcode)) return undefined
      throw new Error(`WeChat answered code2session with errcode ${answer.errcode}`)
    }
  }
}

/** Where a deployment does not talk to WeChat. */
export const withoutWeChat: WeChat = { exchangeLoginCode: async () => undefined, sendReminder: async () => false }
