import { escalationLevels } from '#contract/report-states'
import type { Writing } from '#server/database/database'
import { awardForReport, clawBackPointsOfReport, releasePointsOfReport } from '#server/points/points-ledger'
import type { Made } from '#server/reports/moving'
import { noteEscalation } from '#server/reports/report-clock-store'
import { listPeopleOf, tieToReport } from '#server/reports/report-people-store'
import { addHotSpot, updateReport } from '#server/reports/report-store'
import { countMerged } from '#server/reports/report-merge-store'

/** Thanks for a report closed as solved: its reporter and everybody who said 我也遇到, in a fixed order so that locks never cross. */
async function thank(writing: Writing, { row, now }: Made): Promise<void> {
  const everybody = await listPeopleOf(writing, row.reportId)
  for (const { personId, relation } of everybody.sort((a, b) => a.personId.localeCompare(b.personId))) {
    const rule = relation === 'reporter' ? 'report-solved' : 'report-followed'
    await awardForReport(writing, { rule, personId, reportId: row.reportId, closingRound: row.closingRound, now })
  }
}

/** The reporter and followers of a merged report follow the one it joined. */
async function bringPeopleAlong(writing: Writing, { row, brought, now }: Made): Promise<void> {
  const masterId = brought.masterId
  if (!masterId) return
  for (const { personId } of await listPeopleOf(writing, row.reportId)) await tieToReport(writing, masterId, personId, 'follower', now)
  await recountMerged(writing, masterId)
}

const recountMerged = async (writing: Writing, masterId: string) =>
  updateReport(writing, masterId, { mergedCount: await countMerged(writing, masterId) })

/** Rework takes the unit's clock up where it runs: whoever should have heard meanwhile hears now. */
async function tellAgain(writing: Writing, { row, now }: Made): Promise<void> {
  for (const { level, tells } of escalationLevels.filter(step => step.level <= row.escalation))
    await noteEscalation(writing, { reportId: row.reportId, version: row.version, level, tells, at: now })
}

async function bringPoints(writing: Writing, { row, now }: Made): Promise<void> {
  await releasePointsOfReport(writing, row.reportId, row.closingRound, now)
  await updateReport(writing, row.reportId, { pointsReleaseAt: null })
}

/** What follows from a move, in the same transaction: points, hot-spots, followers. */
export async function followUp(writing: Writing, made: Made): Promise<void> {
  const { row, from, now } = made
  if (row.state === 'closed' && from !== 'objection') await thank(writing, made)
  if (row.state === 'closed' && from === 'filed') await addHotSpot(writing, row, now)
  // Any answer of its reporter brings the points of a closing: what they say may change nothing about it.
  if (row.state === 'objection' && from === 'closed' && made.actor === 'reporter') await bringPoints(writing, made)
  const isReopened = from === 'objection' && (row.state === 'handling' || row.state === 'filed')
  if (isReopened) await clawBackPointsOfReport(writing, row.reportId, row.closingRound - 1, now)
  if (row.state === 'handling' && from === 'handled') await tellAgain(writing, made)
  if (row.state === 'merged') await bringPeopleAlong(writing, made)
  if (from === 'merged' && made.formerMasterId) await recountMerged(writing, made.formerMasterId)
}
