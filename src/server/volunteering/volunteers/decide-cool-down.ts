import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { managesHere, reviewsHere } from '#server/volunteering/activities/planning'
import { listFaultPlaces, lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'
import { changeProfile, findProfile } from '#server/volunteering/volunteers/volunteer-store'

/** Staff of a place where one of the faults was made decide. */
export const decideCoolDown = command(contract.decideCoolDown, async ({ input, caller, writing, city, now }) => {
  const { personId, isLifted, note } = input
  if (personId === caller.personId) refuse('same-person')
  await lockVolunteers(writing, [personId])
  const profile = await findProfile(writing, personId)
  if (!profile?.coolDownUntil || profile.coolDownUntil <= now) return refuse('not-found')
  const asked = { caller, city }
  const places = await listFaultPlaces(writing, personId, now)
  if (!places.some(place => managesHere(asked, place) || reviewsHere(asked, place))) refuse('not-found')
  await changeProfile(writing, personId, {
    ...{ appealOutcome: isLifted ? 'lifted' : 'stands', appealNote: note ?? null, appealDecidedBy: caller.personId, appealDecidedAt: now },
    ...(isLifted && { coolDownUntil: null })
  })
  return { isLifted }
})
