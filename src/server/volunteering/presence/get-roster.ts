import { volunteering as contract } from '#contract/volunteering'
import type { RosterLine } from '#contract/volunteering-shapes'
import type { Reading } from '#server/database/database'
import { query } from '#server/operation'
import { namesOf } from '#server/people/person-store'
import type { ShiftRow } from '#server/volunteering/activities/activity-store'
import { toShift } from '#server/volunteering/activities/activity-view'
import { rosterOf } from '#server/volunteering/presence/desk'
import {
  countPresent,
  findHeadCount,
  listAttendances,
  listEarlierIntervals,
  listFacts,
  listFlags,
  type HeadCountRow
} from '#server/volunteering/presence/presence-store'
import { headCountMoment, isMidwayOpen, midwayWindow } from '#server/volunteering/presence/prompt-rules'
import { rosterLine } from '#server/volunteering/presence/roster-rules'
import { hoursOfRoster } from '#server/volunteering/presence/roster-store'
import { listSignUps } from '#server/volunteering/sign-ups/sign-up-store'
import { maskName } from '#server/volunteering/volunteers/name-rules'

function byPerson<Row extends { personId: string | null }>(rows: readonly Row[]): Map<string | null, Row[]> {
  const found = new Map<string | null, Row[]>()
  for (const row of rows) found.set(row.personId, [...(found.get(row.personId) ?? []), row])
  return found
}

/** Everybody who ever signed up, in order of arrival, with what is known of them. */
async function readPeople(reading: Reading, shift: ShiftRow, headCount: HeadCountRow | undefined): Promise<RosterLine[]> {
  const { shiftId } = shift
  const signUps = await listSignUps(reading, shiftId)
  const names = await namesOf(
    reading,
    signUps.map(signUp => signUp.personId)
  )
  const attendances = byPerson(await listAttendances(reading, shiftId))
  const [facts, flags] = [byPerson(await listFacts(reading, shiftId)), byPerson(await listFlags(reading, shiftId))]
  const [others, entries] = [byPerson(await listEarlierIntervals(reading, shiftId)), await hoursOfRoster(reading, shiftId)]
  const waiting = signUps.filter(signUp => signUp.state === 'waitlisted').map(signUp => signUp.personId)
  return signUps.map(signUp => {
    const { personId } = signUp
    const person = {
      ...{ personId, signUp, maskedName: maskName(names.get(personId) ?? '') },
      position: signUp.state === 'waitlisted' ? waiting.indexOf(personId) + 1 : undefined,
      attendance: attendances.get(personId)?.[0],
      facts: facts.get(personId) ?? [],
      flags: [...(flags.get(personId) ?? []), ...(flags.get(null) ?? [])],
      otherIntervals: others.get(personId) ?? [],
      hours: entries.get(personId)
    }
    return rosterLine(person, shift, headCount)
  })
}

/** 花名册: live, masked, for the staff of the activity. */
export const getRoster = query(contract.getRoster, async ({ input, reading, caller, city, now }) => {
  const { shift, activity } = await rosterOf(reading, input.shiftId, caller, city)
  const headCount = await findHeadCount(reading, shift.shiftId)
  const askedAt = headCountMoment(shift)
  const midway = midwayWindow(shift)
  return {
    shift: toShift(shift),
    activityId: activity.activityId,
    title: activity.title,
    people: await readPeople(reading, shift, headCount),
    presentCount: await countPresent(reading, shift.shiftId),
    ...(askedAt <= now && { headCountAskedAt: askedAt.toISOString() }),
    ...(headCount && { headCount: headCount.counted }),
    ...(midway && isMidwayOpen(shift, now) && { midwayUntil: midway.to.toISOString() }),
    isSettled: activity.state === 'settled' || activity.state === 'archived'
  }
})
