import { people as contract } from '#contract/people'
import { command } from '#server/operation'
import { confirmDesktopSignInRow } from '#server/people/person-store'
import { refuse } from '#server/refusal'

export const confirmDesktopSignIn = command(contract.confirmDesktopSignIn, async ({ input, caller, writing, now }) => {
  const shortCode = input.shortCode.replace(/^tongchuang:sign-in:/, '').toUpperCase()
  if (!(await confirmDesktopSignInRow(writing, shortCode, caller.personId, now))) refuse('ticket-expired')
  return { isConfirmed: true as const }
})
