import { people as contract } from '#contract/people'
import { command } from '#server/operation'
import { dropKeysOf } from '#server/people/idempotency-store'
import { keepAnAdmin } from '#server/people/keep-an-admin'
import { emptyPerson, revokeGrants } from '#server/people/person-store'
import { dropBoardChoice } from '#server/points/community/board-store'
import { cancelAllOf } from '#server/points/rewards/give-back'
import { letGoOfAdjustments } from '#server/points/office/adjustment-store'
import { letGoOfLearning } from '#server/quizzes/learning/learner-store'
import { letGoOfReports } from '#server/reports/report-people-store'
import { leaveAllShifts } from '#server/volunteering/sign-ups/seat-store'
import { letGoOfVolunteering } from '#server/volunteering/volunteers/volunteer-store'
import { letGoOfCertificates } from '#server/volunteering/certificates/certificate-store'
import { letGoOfHours } from '#server/volunteering/hours/hour-people-store'

/**
 * Deletes the account. Cases stay, for the city must answer for them, but without their reporter's id, name or words that were
 * only theirs to give; ledger lines stay under an id that leads to an empty row. Tokens stop working at once.
 */
export const deleteMyAccount = command(
  contract.deleteMyAccount,
  async ({ caller, writing, now, afterCommit, forgetCaller }) => {
    await keepAnAdmin(writing, { personId: caller.personId })
    await leaveAllShifts(writing, caller.personId, now)
    await letGoOfVolunteering(writing, caller.personId)
    await letGoOfReports(writing, caller.personId)
    await letGoOfCertificates(writing, caller.personId)
    await letGoOfHours(writing, caller.personId, now)
    await letGoOfLearning(writing, caller.personId, now)
    await letGoOfAdjustments(writing, caller.personId, now)
    await cancelAllOf(writing, caller.personId, now)
    await dropBoardChoice(writing, caller.personId)
    await revokeGrants(writing, { personId: caller.personId }, now)
    await dropKeysOf(writing, caller.personId)
    await emptyPerson(writing, caller.personId, now)
    afterCommit(() => forgetCaller(caller.personId))
    return { deletedAt: now.toISOString() }
  },
  { isAlone: true }
)
