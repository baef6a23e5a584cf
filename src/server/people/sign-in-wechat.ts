import type { Logger } from 'pino'
import { people as contract } from '#contract/people'
import { openCommandAfter } from '#server/operation'
import { startSession } from '#server/people/start-session'
import { personOfOpenid } from '#server/people/wechat-person'
import { refuse } from '#server/refusal'
import type { WeChatFault } from '#server/wechat/login-code'

/** What WeChat says of the settings, named for whoever looks after the server; neither the login code nor the secret is in it. */
function refuseFault(fault: unknown, log: Logger): never {
  const { settingFault, errcode } = (fault instanceof Error ? fault : {}) as Partial<WeChatFault>
  if (settingFault) {
    log.error({ errcode }, `nobody can sign in with WeChat: ${settingFault}`)
    refuse('wechat-setting', { errcode })
  }
  log.warn({ errcode, fault: fault instanceof Error ? fault.name : 'unknown' }, 'WeChat did not answer a sign-in')
  return refuse('wechat-no-answer', errcode === undefined ? undefined : { errcode })
}

/** wx.login code → openid → session. WeChat is asked before the transaction is opened. */
export const signInWeChat = openCommandAfter(
  contract.signInWeChat,
  async ({ input, settings, wechat, log }) => {
    if (settings.IDENTITY !== 'wx-login') refuse('identity-mode')
    const openid = await wechat.exchangeLoginCode(input.code).catch((fault: unknown) => refuseFault(fault, log))
    return openid ?? refuse('wechat-refused')
  },
  async ({ writing, prepared: openid, sessions, now }) => startSession(writing, sessions, await personOfOpenid(writing, openid, now), now)
)
