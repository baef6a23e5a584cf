import type { PresencePhase } from '#contract/volunteering-states'
import type { Point } from '#contract/shapes'
import type { Writing } from '#server/database/database'
import type { ShiftOfActivity } from '#server/volunteering/activities/activity-store'
import { detectOverlaps, detectSameMinute, detectSharedDevice, detectTeleport } from '#server/volunteering/presence/detector-rules'
import {
  findAttendance,
  listOtherAttendances,
  listOwnScans,
  listSightingsAround,
  raiseFlag,
  type NewFlag
} from '#server/volunteering/presence/presence-store'

/** A proof that was just written. The shift's row is held, so two that belong together cannot miss each other. */
export interface Proof {
  found: ShiftOfActivity
  personId: string
  phase: PresencePhase
  at: Date
  /** When the server learned of it: flags are raised then. */
  receivedAt: Date
  staffId?: string | undefined
  deviceId?: string | undefined
  position?: (Point & { accuracyMetres: number }) | undefined
}

interface Where {
  shiftId: string
  activityId: string
  organisationId: string
}

type Seen = Pick<NewFlag, 'kind' | 'facts'> & { personId?: string }

const raise = (writing: Writing, { shiftId, activityId, organisationId }: Where, seen: Seen, at: Date) =>
  raiseFlag(writing, { shiftId, activityId, organisationId, ...seen, freezes: true, at })

const placeOf = ({ found: { shift, activity } }: Proof): Where => ({
  shiftId: shift.shiftId,
  activityId: activity.activityId,
  organisationId: activity.organisationId
})

/** One phone for two people: both are flagged, for nobody can tell which of them was there. */
async function noticeSharedDevice(writing: Writing, proof: Proof): Promise<void> {
  if (!proof.deviceId || proof.staffId) return
  const people = detectSharedDevice(await listOwnScans(writing, proof.found.shift.shiftId), proof.deviceId)
  for (const personId of people)
    await raise(writing, placeOf(proof), { kind: 'shared-device', personId, facts: { people: people.length } }, proof.receivedAt)
}

/** Two places too far apart for the time between: both attendances are flagged. */
async function noticeTeleport(writing: Writing, proof: Proof): Promise<void> {
  const { found, personId, at, position, receivedAt } = proof
  const { longitude, latitude, radiusMetres } = found.activity
  const here = { at, point: position ?? { longitude, latitude }, uncertaintyMetres: position?.accuracyMetres ?? radiusMetres }
  for (const elsewhere of await listSightingsAround(writing, personId, found.shift.shiftId, at)) {
    const facts = detectTeleport(here, elsewhere)
    if (!facts) continue
    for (const where of [placeOf(proof), elsewhere])
      await raise(writing, where, { kind: 'teleport', personId, facts: { ...facts } }, receivedAt)
  }
}

/** At two shifts at once: both attendances are flagged. */
async function noticeOverlap(writing: Writing, proof: Proof): Promise<void> {
  const { personId, at, receivedAt } = proof
  const { shiftId } = proof.found.shift
  const attendance = await findAttendance(writing, shiftId, personId)
  if (!attendance?.checkedInAt) return
  // Whoever just came in is there for this moment at least.
  const mine = { from: attendance.checkedInAt, to: attendance.checkedOutAt ?? new Date(at.getTime() + 1) }
  const others = detectOverlaps(mine, await listOtherAttendances(writing, personId, shiftId, mine))
  for (const other of others) {
    const [start, end] = [Math.max(mine.from.getTime(), other.from.getTime()), Math.min(mine.to.getTime(), other.to.getTime())]
    const facts = { overlapMinutes: Math.floor((end - start) / 60_000) }
    for (const where of [placeOf(proof), other])
      await raise(writing, where, { kind: 'overlapping-attendance', personId, facts }, receivedAt)
  }
}

/** A photographed code passed round: the shift is flagged as a whole, once. */
async function noticeSameMinute(writing: Writing, proof: Proof): Promise<void> {
  const { phase, at, staffId, position, found, receivedAt } = proof
  if (staffId || phase === 'midway' || position) return
  const people = detectSameMinute(await listOwnScans(writing, found.shift.shiftId, phase), at, found.shift.taken)
  if (people.length > 0) await raise(writing, placeOf(proof), { kind: 'same-minute', facts: { people: people.length, phase } }, receivedAt)
}

/** What the machine notices at a check-in, a check-out or a midway code. It flags and freezes; it never refuses. */
export async function noticeFrauds(writing: Writing, proof: Proof): Promise<void> {
  await noticeSharedDevice(writing, proof)
  await noticeTeleport(writing, proof)
  await noticeOverlap(writing, proof)
  await noticeSameMinute(writing, proof)
}
