import { people as contract, POLICY_VERSION } from '#contract/people'
import { command } from '#server/operation'
import { recordConsent } from '#server/people/person-store'
import { refuseInput } from '#server/refusal'

/** One can only agree to the policy in force: an older page has shown an older text. */
export const giveConsent = command(contract.giveConsent, async ({ input, caller, writing, now, afterCommit, forgetCaller }) => {
  if (input.policyVersion !== POLICY_VERSION) refuseInput('policyVersion', 'not the policy in force')
  await recordConsent(writing, caller.personId, POLICY_VERSION, now)
  afterCommit(() => forgetCaller(caller.personId))
  return { consentedPolicy: POLICY_VERSION, at: now.toISOString() }
})
