import { boundExchanges, exchangeLoginCode } from '#server/wechat/login-code'
import { connectReminders, type ReminderWords } from '#server/wechat/reminders'

/** What the product asks of WeChat's servers. */
export interface WeChat {
  /** The openid behind a fresh wx.login code; `undefined` where WeChat does not accept the code. Throws where it gives no such answer. */
  exchangeLoginCode(code: string): Promise<string | undefined>
  /** Reminds somebody of a shift, where they allowed it (订阅消息); false where WeChat did not deliver it. */
  sendReminder(openid: string, reminder: ReminderWords): Promise<boolean>
}

/** Talks to WeChat's servers. `origin` is WeChat's own; tests give a stand-in. */
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
    exchangeLoginCode: boundExchanges(code => exchangeLoginCode({ appId, appSecret, origin }, code))
  }
}

/** Where a deployment does not talk to WeChat. */
export const withoutWeChat: WeChat = { exchangeLoginCode: async () => undefined, sendReminder: async () => false }
