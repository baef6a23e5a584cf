import { volunteering as contract } from '#contract/volunteering'
import { query } from '#server/operation'
import { namesOf } from '#server/people/person-store'
import { refuse } from '#server/refusal'
import { isCityOffice } from '#server/volunteering/activities/volunteering-rights-rules'
import { listAudits, listBoardFlags, listOrganisationHours } from '#server/volunteering/hours/hour-board-store'
import { verifyChain } from '#server/volunteering/hours/hour-store'
import { maskName } from '#server/volunteering/volunteers/name-rules'

const ROWS_MAX = 100

type FlagLine = Awaited<ReturnType<typeof listBoardFlags>>[number]

const toFlag = ({ flag, organisationName, activityTitle, displayName }: FlagLine) => ({
  ...{ flagId: flag.flagId, kind: flag.kind, at: flag.at.toISOString(), facts: flag.facts },
  ...{ organisationId: flag.organisationId, organisationName: organisationName ?? '' },
  ...(activityTitle !== null && { activityTitle }),
  ...(flag.shiftId !== null && { shiftId: flag.shiftId }),
  ...(displayName !== null && { maskedName: maskName(displayName) }),
  ...(flag.decision !== null && { decision: flag.decision }),
  ...(flag.note !== null && { note: flag.note })
})

const shareOf = ({ A, B, C, D }: { A: number; B: number; C: number; D: number }) => {
  const total = A + B + C + D
  return total > 0 ? Math.round((D / total) * 1000) / 1000 : 0
}

/** What the city office looks at: who typed in how much, what the machine noticed, what the audit drew, whether the chain is whole. */
export const getIntegrityBoard = query(contract.getIntegrityBoard, async ({ caller, reading, city }) => {
  if (!isCityOffice(caller, city)) refuse('not-found')
  const organisations = await listOrganisationHours(reading)
  const flags = await listBoardFlags(reading, ROWS_MAX)
  const audits = await listAudits(reading, ROWS_MAX)
  const names = await namesOf(
    reading,
    audits.flatMap(({ entry }) => [entry.authorId, entry.approverId])
  )
  const { length, isWhole } = await verifyChain(reading)
  return {
    organisations: organisations.map(row => ({ ...row, typedShare: shareOf(row.byGrade) })),
    flags: flags.map(toFlag),
    audits: audits.map(({ entry, standing, activityTitle, displayName }) => ({
      ...{ entryId: entry.entryId, activityTitle: activityTitle ?? '', maskedName: maskName(displayName ?? '') },
      ...{ on: entry.businessDate, minutes: entry.minutes },
      ...{ enteredBy: names.get(entry.authorId) ?? '', approvedBy: names.get(entry.approverId) ?? '' },
      ...(standing.auditOutcome !== null && { outcome: standing.auditOutcome })
    })),
    chain: { length, isWhole }
  }
})
