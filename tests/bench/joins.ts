import { measure, type Load, type Measured } from './load'
import { HOT_SHIFT, SPREAD_SHIFTS, spreadShift } from './seed-joins'

/** As many as no server under measurement signs up in that time. */
const HOT_PER_SECOND_MAX = 4_000
const MINT_AT_ONCE = 2_000
export const hotSeconds = (seconds: number) => Math.min(seconds, 5)
export const volunteersFor = (seconds: number) => HOT_PER_SECOND_MAX * hotSeconds(seconds)

/** Tokens of the people made for the measurement, the first so many. */
export async function mint(url: string, count: number): Promise<string[]> {
  const tokens: string[] = []
  while (tokens.length < count) {
    const body = JSON.stringify({ from: tokens.length, count: Math.min(MINT_AT_ONCE, count - tokens.length) })
    const reply = await fetch(`${url}/api/bench/mint`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    tokens.push(...((await reply.json()) as { tokens: string[] }).tokens)
  }
  return tokens
}

/** Joins: everybody a different person on one shift, and people who sign up for many of 200. Each pair of person and shift once. */
export async function measureJoins(
  url: string,
  load: (name: string, body: Load['body'], seconds?: number) => Load,
  seconds: number
): Promise<Measured[]> {
  const tokens = await mint(url, volunteersFor(seconds))
  const asking = (token: string | undefined, shiftId: string, n: number) => ({
    path: '/api/volunteering/joinShift',
    token: token ?? '',
    input: { shiftId, idempotencyKey: `bench-join-${n}` }
  })
  let hot = 0
  const onOne = await measure(
    load('join, one hot shift', () => asking(tokens[hot % tokens.length], HOT_SHIFT, (hot += 1)), hotSeconds(seconds))
  )
  let spread = 0
  const crowd = tokens.slice(0, 3_000)
  const onMany = () => {
    const place = spread++
    // Neighbours in time are different people at different shifts.
    const shift = (place + Math.floor(place / crowd.length)) % SPREAD_SHIFTS
    return asking(crowd[place % crowd.length], spreadShift(shift), 1_000_000 + place)
  }
  return [onOne, await measure(load(`join, ${SPREAD_SHIFTS} shifts`, onMany))]
}
