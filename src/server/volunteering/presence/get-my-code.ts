import { secondsLeft, stepOf } from '#contract/presence-code'
import { volunteering as contract } from '#contract/volunteering'
import { query } from '#server/operation'
import { makePersonalCode, makePersonalDigits, PERSONAL_CODE_KEYS } from '#server/volunteering/presence/personal-code'

/** My own rotating code, for staff to scan: for whoever cannot, or would rather not, scan the one on site. */
export const getMyCode = query(contract.getMyCode, async ({ caller, sessions, now }) => {
  const [key = ''] = sessions.keysFor(PERSONAL_CODE_KEYS)
  const [personId, step] = [caller.personId, stepOf(now)]
  return {
    code: makePersonalCode(key, personId, step),
    digits: makePersonalDigits(key, personId, step),
    validForSeconds: secondsLeft(now)
  }
})
