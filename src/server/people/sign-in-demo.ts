import { v7 as newId } from 'uuid'
import { people as contract, POLICY_VERSION } from '#contract/people'
import { openCommand } from '#server/operation'
import { addGrant, addPerson, recordConsent } from '#server/people/person-store'
import { startSession } from '#server/people/start-session'
import { refuse } from '#server/refusal'

/** One tap into the demo city. Its people are made up, so their consent comes with them. */
export const signInDemo = openCommand(contract.signInDemo, async ({ input, settings, demoPeople, writing, sessions, now }) => {
  if (settings.IDENTITY !== 'demo' || !demoPeople) return refuse('identity-mode')
  const { persona, handle } = input
  const member = demoPeople.of(persona)
  const { personId, isNew } = await addPerson(writing, {
    personId: newId(),
    displayName: handle ? Array.from(`${member.displayName} ${handle}`).slice(0, 40).join('') : member.displayName,
    demoName: handle ? `${persona}:${handle}` : persona,
    createdAt: now
  })
  if (isNew) {
    await recordConsent(writing, personId, POLICY_VERSION, now)
    for (const grant of member.grants) await addGrant(writing, { grantId: newId(), personId, grantedAt: now, ...grant })
  }
  return startSession(writing, sessions, personId, now)
})
