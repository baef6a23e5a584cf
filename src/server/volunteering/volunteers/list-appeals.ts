import { volunteering as contract } from '#contract/volunteering'
import { query } from '#server/operation'
import { namesOf } from '#server/people/person-store'
import { refuse } from '#server/refusal'
import { staffAreas } from '#server/volunteering/hours/hour-rules'
import { listOpenAppeals } from '#server/volunteering/volunteers/appeal-store'
import { maskName } from '#server/volunteering/volunteers/name-rules'

const APPEALS_MAX = 100

/** Whoever may decide a cool-down sees its appeal: staff of a place where one of the faults was made. */
export const listAppeals = query(contract.listAppeals, async ({ caller, reading, now }) => {
  const areaIds = staffAreas(caller.grants)
  if (areaIds.length === 0) refuse('not-found')
  const rows = await listOpenAppeals(reading, { areaIds, exceptPersonId: caller.personId, now, limit: APPEALS_MAX })
  const names = await namesOf(
    reading,
    rows.map(row => row.personId)
  )
  return {
    appeals: rows.flatMap(({ personId, reason, appealedAt, coolDownUntil, faultCount, signUpCount }) =>
      reason !== null && appealedAt && coolDownUntil
        ? {
            ...{ personId, maskedName: maskName(names.get(personId) ?? ''), reason, faultCount, signUpCount },
            ...{ appealedAt: appealedAt.toISOString(), coolDownUntil: coolDownUntil.toISOString() }
          }
        : []
    )
  }
})
