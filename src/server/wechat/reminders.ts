import * as v from 'valibot'

/** What a reminder says. */
export interface ReminderWords {
  title: string
  startsAt: Date
  meetingPlace: string | null
  /** Not to come is what is told. */
  isCancelled: boolean
}

const ANSWER_MILLISECONDS_MAX = 5_000
/** Fetched again so long before WeChat lets it end. */
const TOKEN_SPARE_MILLISECONDS = 300_000
/** What a field of the kind `thing` holds. */
const THING_LENGTH_MAX = 20

const Token = v.object({ access_token: v.string(), expires_in: v.number() })
const Sent = v.object({ errcode: v.number() })

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(ANSWER_MILLISECONDS_MAX)
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal })).json()
}

/** `2026-11-23 09:00` in Shanghai. */
const timeWords = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

interface Connection {
  appId: string
  appSecret: string
  /** Of a template with thing1 (activity), time2 (start) and thing3 (place); without one nothing is sent. */
  templateId: string | undefined
  origin: string
}

/** Sends subscribe messages (订阅消息, subscribeMessage.send) with a stable token (getStableAccessToken) that is kept while it lives. */
export function connectReminders({ appId, appSecret, templateId, origin }: Connection) {
  let kept: { token: string; until: number } | undefined
  const tokenAt = async (now: number) => {
    if (kept && kept.until > now) return kept.token
    const asked = { grant_type: 'client_credential', appid: appId, secret: appSecret }
    const { access_token: token, expires_in: seconds } = v.parse(Token, await post(`${origin}/cgi-bin/stable_token`, asked))
    kept = { token, until: now + seconds * 1000 - TOKEN_SPARE_MILLISECONDS }
    return token
  }
  return async (openid: string, { title, startsAt, meetingPlace, isCancelled }: ReminderWords): Promise<boolean> => {
    if (!templateId) return false
    const thing = (text: string) => ({ value: text.slice(0, THING_LENGTH_MAX) })
    const place = isCancelled ? '不用来了，原因见活动页' : meetingPlace || '见活动页'
    const data = { thing1: thing(isCancelled ? `已取消：${title}` : title), time2: { value: timeWords(startsAt) }, thing3: thing(place) }
    const token = await tokenAt(performance.now())
    const url = `${origin}/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(token)}`
    return v.parse(Sent, await post(url, { touser: openid, template_id: templateId, data })).errcode === 0
  }
}
