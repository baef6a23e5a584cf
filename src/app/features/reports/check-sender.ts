import { isOnline } from '#app/platform/network'
import { requireSignIn } from '#app/platform/session'
import { policyVersion } from '#app/words/privacy'

/**
 * Whether the person at hand may send now. `stop`: they were brought to 我的 first. Without network nobody is asked
 * anything, so that nothing is lost in a cellar: the server asks when it is reached.
 */
export async function checkSender(): Promise<'go' | 'stop' | 'consent'> {
  if (!isOnline()) return 'go'
  const person = await requireSignIn()
  if (!person) return 'stop'
  return person.consentedPolicy === policyVersion ? 'go' : 'consent'
}
