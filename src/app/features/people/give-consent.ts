import type { Person } from '#contract/people'
import { call } from '#app/platform/call-operation'
import { refreshPerson } from '#app/platform/session'
import { policyVersion } from '#app/words/privacy'

export const hasConsented = (person: Person) => person.consentedPolicy === policyVersion

/** Records the agreement to the policy this app shows. */
export async function giveConsent() {
  await call.people.giveConsent({ policyVersion })
  await refreshPerson()
}
