import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'
import { changeProfile, findProfile } from '#server/volunteering/volunteers/volunteer-store'

/** Once a cool-down; another one may be appealed again. */
export const appealCoolDown = command(contract.appealCoolDown, async ({ input, caller, writing, now }) => {
  await lockVolunteers(writing, [caller.personId])
  const profile = await findProfile(writing, caller.personId)
  if (!profile?.coolDownUntil || profile.coolDownUntil <= now) return refuse('not-found')
  if (profile.appealedAt) refuse('already-done')
  await changeProfile(writing, caller.personId, { appealReason: input.reason, appealedAt: now })
  return { askedAt: now.toISOString() }
})
