import { volunteering as contract } from '#contract/volunteering'
import { businessDateOf } from '#server/business-date'
import { query } from '#server/operation'
import { namesOf } from '#server/people/person-store'
import { refuse } from '#server/refusal'
import { listUndecided } from '#server/volunteering/hours/hour-proposal-store'
import { rolesHere, staffAreas } from '#server/volunteering/hours/hour-rules'
import { maskName } from '#server/volunteering/volunteers/name-rules'

const PROPOSALS_MAX = 200

/** Typed-in hours that wait for a second person, where the caller works, the oldest first. */
export const listProposedHours = query(contract.listProposedHours, async ({ caller, reading, city, addresses, now }) => {
  const areaIds = staffAreas(caller.grants)
  if (areaIds.length === 0) refuse('not-found')
  const rows = await listUndecided(reading, areaIds, PROPOSALS_MAX)
  const names = await namesOf(
    reading,
    rows.flatMap(({ proposal }) => [proposal.personId, proposal.authorId])
  )
  const seen = { now, viewerId: caller.personId }
  return {
    proposals: rows.map(({ proposal, shift, activity }) => ({
      ...{ entryId: proposal.entryId, activityTitle: activity.title, shiftId: shift.shiftId },
      ...{ maskedName: maskName(names.get(proposal.personId) ?? ''), on: businessDateOf(shift.startsAt), minutes: proposal.minutes },
      ...{ reason: proposal.reason, enteredBy: names.get(proposal.authorId) ?? '', enteredAt: proposal.at.toISOString() },
      canApprove:
        ![proposal.authorId, proposal.personId].includes(caller.personId) &&
        rolesHere(caller.grants, activity, city.places.contains).some(role => role !== proposal.authorRole),
      photos: proposal.photoIds.map(photoId => ({
        url: addresses.addressOf(photoId, 'photo', seen),
        thumbnailUrl: addresses.addressOf(photoId, 'thumbnail', seen)
      }))
    }))
  }
})
