import { v5 as idFrom } from 'uuid'
import { volunteering as contract } from '#contract/volunteering'
import type { AttendanceState, PresencePhase } from '#contract/volunteering-states'
import type { Writing } from '#server/database/database'
import { command } from '#server/operation'
import type { ShiftOfActivity } from '#server/volunteering/activities/activity-store'
import { deskOf, holdDesk } from '#server/volunteering/presence/desk'
import { findVolunteer, type ScannedVolunteer } from '#server/volunteering/presence/find-volunteer'
import { markPresence } from '#server/volunteering/presence/mark-presence'
import { personalKeysOf } from '#server/volunteering/presence/personal-code'
import { findAttendance, findFact } from '#server/volunteering/presence/presence-store'
import { lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'
import { maskName } from '#server/volunteering/volunteers/name-rules'

const SCANS = '3b0d6f7e-91c2-5e4a-8d17-6a5f20c9b3e8'
const KEPT_MILLISECONDS = 48 * 3_600_000
/** How far ahead of the phone's own present a scan may say it was taken. */
const AHEAD_MILLISECONDS = 5_000

interface TakenScan {
  scanId: string
  phase: PresencePhase
  code: string
  /** By the server's clock. */
  at: Date
  isWalkIn?: boolean | undefined
  volunteer: ScannedVolunteer | { refusal: string }
}

interface Sync {
  found: ShiftOfActivity
  staffId: string
  clockOffsetSeconds: number
  now: Date
}

interface Result {
  scanId: string
  state?: AttendanceState
  maskedName?: string
  refusal?: string
}

/** One scan, judged at the moment it was taken. Sent twice, it finds what it wrote and says the same. */
async function syncOne(writing: Writing, scan: TakenScan, { found, staffId, clockOffsetSeconds, now }: Sync): Promise<Result> {
  const { scanId, phase, at, isWalkIn, volunteer } = scan
  if ('refusal' in volunteer) return { scanId, refusal: volunteer.refusal }
  const { personId, signals } = volunteer
  const { shiftId } = found.shift
  const named = { scanId, maskedName: maskName(volunteer.displayName) }
  if (personId === staffId) return { ...named, refusal: 'same-person' }
  const factId = idFrom(`${shiftId}|${personId}|${scanId}`, SCANS)
  if (await findFact(writing, factId)) {
    const attendance = await findAttendance(writing, shiftId, personId)
    return { ...named, state: attendance?.state ?? 'none' }
  }
  const isKept = at.getTime() >= now.getTime() - KEPT_MILLISECONDS && at.getTime() <= now.getTime() + AHEAD_MILLISECONDS
  const marked = await markPresence(writing, {
    ...{ found, personId, phase, signals, isWalkIn, at, receivedAt: now, staffId, factId, clockOffsetSeconds },
    codeId: volunteer.codeIdFor(phase),
    isFresh: isKept && volunteer.isFresh(at, true)
  })
  if (!('refusal' in marked)) return { ...named, state: marked.state }
  const state = marked.data?.state as AttendanceState | undefined
  return { ...named, refusal: marked.refusal, ...(state && { state }) }
}

/** What the desk scanned without network, each scan taken or refused for itself. */
export const syncScans = command(contract.syncScans, async ({ input, caller, writing, sessions, city, now }) => {
  await deskOf(writing, input.shiftId, caller, city)
  const offset = now.getTime() - new Date(input.phoneNow).getTime()
  const keys = personalKeysOf(sessions)
  const scans: TakenScan[] = []
  for (const scan of input.scans) {
    const at = new Date(new Date(scan.scannedAt).getTime() + offset)
    scans.push({ ...scan, at, volunteer: await findVolunteer(writing, keys, scan.code) })
  }
  await lockVolunteers(
    writing,
    scans.flatMap(({ volunteer }) => ('refusal' in volunteer ? [] : [volunteer.personId]))
  )
  const found = await holdDesk(writing, input.shiftId, caller, city)
  const sync = { found, staffId: caller.personId, clockOffsetSeconds: Math.round(offset / 1000), now }
  const results = new Map<TakenScan, Result>()
  for (const scan of [...scans].sort((one, other) => one.at.getTime() - other.at.getTime()))
    results.set(scan, await syncOne(writing, scan, sync))
  return { clockOffsetSeconds: sync.clockOffsetSeconds, results: scans.map(scan => results.get(scan) ?? { scanId: scan.scanId }) }
})
