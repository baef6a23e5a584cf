import { people as contract } from '#contract/people'
import { openCommand } from '#server/operation'
import { findPerson } from '#server/people/person-store'
import { personOfOpenid } from '#server/people/wechat-person'
import { refuse } from '#server/refusal'

/** wx.login code → openid → session. The session_key of the exchange is dropped at once. */
export const signInWeChat = openCommand(contract.signInWeChat, async ({ input, settings, writing, wechat, sessions, now }) => {
  if (settings.IDENTITY !== 'wx-login') refuse('identity-mode')
  const openid = (await wechat.exchangeLoginCode(input.code)) ?? refuse('wechat-refused')
  const personId = await personOfOpenid(writing, openid, now)
  const person = (await findPerson(writing, personId)) ?? refuse('not-found')
  return { token: await sessions.issue(personId, now), person }
})
