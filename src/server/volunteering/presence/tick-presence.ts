import type { Writing } from '#server/database/database'
import { CHECK_OUT_MINUTES } from '#server/volunteering/presence/arrival-rules'
import { forgetCodes } from '#server/volunteering/presence/code-store'
import { markOpenCheckouts } from '#server/volunteering/presence/presence-store'

/** Longer than a scan taken without network may wait. */
const CODES_KEPT_HOURS = 72

/** Check-outs nobody made in time; codes nobody can use again. Doing it again with the same `now` changes nothing. */
export async function tickPresence(writing: Writing, now: Date): Promise<{ openCheckouts: number }> {
  await forgetCodes(writing, new Date(now.getTime() - CODES_KEPT_HOURS * 3_600_000))
  return { openCheckouts: await markOpenCheckouts(writing, new Date(now.getTime() - CHECK_OUT_MINUTES * 60_000), now) }
}
