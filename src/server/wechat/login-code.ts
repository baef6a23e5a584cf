import * as v from 'valibot'

const ANSWER_MILLISECONDS_MAX = 5_000
const Answer = v.object({ openid: v.optional(v.string()), errcode: v.optional(v.number()) })

/** Codes that mean "fetch a new code": invalid, used before, blocked by risk control. */
const REFUSED_CODES = new Set([40029, 40163, 40226])

/** What the technician has to put right, by WeChat's code (小程序登录, auth.code2Session). */
const settingFaults: Readonly<Record<number, string>> = {
  40013: 'WX_APP_ID is not the id of a mini-program',
  40125: 'WX_APP_SECRET is not the secret of this mini-program, or was reset',
  40164: 'the address of this server is not on the mini-program’s list of allowed addresses (IP 白名单)',
  41002: 'WX_APP_ID is missing',
  41004: 'WX_APP_SECRET is missing'
}

/** WeChat answered, but neither with a person nor with a no to the code. */
export class WeChatFault extends Error {
  constructor(readonly errcode: number | undefined) {
    super(`WeChat answered code2session with errcode ${errcode ?? 'none'}`)
    this.name = 'WeChatFault'
  }

  /** What is wrong with the settings of this deployment, where that is what WeChat says. */
  get settingFault(): string | undefined {
    return this.errcode === undefined ? undefined : settingFaults[this.errcode]
  }
}

/**
 * Exchanges a fresh wx.login code (auth.code2Session). The session_key is dropped.
 * @returns the openid; `undefined` where WeChat does not accept the code.
 * @throws WeChatFault for every other answer (−1 busy, 45011 too often, settings); what `fetch` throws where there is none.
 */
export async function exchangeLoginCode(
  { appId, appSecret, origin }: { appId: string; appSecret: string; origin: string },
  code: string
): Promise<string | undefined> {
  const query = new URLSearchParams({ appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' })
  const reply = await fetch(`${origin}/sns/jscode2session?${query}`, { signal: AbortSignal.timeout(ANSWER_MILLISECONDS_MAX) })
  const { openid, errcode } = v.parse(Answer, await reply.json())
  if (openid) return openid
  if (errcode !== undefined && REFUSED_CODES.has(errcode)) return undefined
  throw new WeChatFault(errcode)
}

/** Refuses at once what would wait behind this many: while WeChat is slow, they would only wait for their own time-out. */
export const EXCHANGES_UNDER_WAY_MAX = 40

/** Keeps the number of exchanges under way within a bound. */
export function boundExchanges<T>(exchange: (code: string) => Promise<T>): (code: string) => Promise<T> {
  let underWay = 0
  return async code => {
    if (underWay >= EXCHANGES_UNDER_WAY_MAX) throw new WeChatFault(undefined)
    underWay += 1
    try {
      return await exchange(code)
    } finally {
      underWay -= 1
    }
  }
}
