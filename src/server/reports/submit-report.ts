import { createHash } from 'node:crypto'
// Not v7: a similar report is named to strangers, and it would tell them the millisecond it was sent.
import { v4 as newId } from 'uuid'
import { POLICY_VERSION } from '#contract/people'
import type { Category } from '#contract/report-shapes'
import { RECURRENCE_DAYS } from '#contract/report-states'
import { REPORTS_PER_DAY_MAX, REPORTS_PER_TEN_MINUTES_MAX, reports as contract, type SubmitInput } from '#contract/reports'
import type { Point } from '#contract/shapes'
import { businessDateOf, startOfBusinessDate } from '#server/business-date'
import type { City } from '#server/city'
import type { Reading, Writing } from '#server/database/database'
import { command, type Caller } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { missingEvidence, newReportRow } from '#server/reports/new-report'
import { findRecurrence } from '#server/reports/report-near-store'
import { listSubmissionTimes, lockSubmissions, tieToReport } from '#server/reports/report-people-store'
import { appendHistory, attachPhotos, findSubmitted, insertReport, nextReportNumber, updateReport } from '#server/reports/report-store'

const TEN_MINUTES_MILLISECONDS = 600_000

/** Five in ten minutes, twenty a business day; the reply says when the next one is welcome. */
async function checkLimits(reading: Reading, personId: string, now: Date): Promise<void> {
  const today = startOfBusinessDate(businessDateOf(now))
  const tenMinutesAgo = new Date(now.getTime() - TEN_MINUTES_MILLISECONDS)
  const times = await listSubmissionTimes(reading, personId, today < tenMinutesAgo ? today : tenMinutesAgo)
  const lately = times.filter(time => time > tenMinutesAgo)
  const oldest = lately[REPORTS_PER_TEN_MINUTES_MAX - 1]
  if (oldest) refuse('too-many', { retryAt: new Date(oldest.getTime() + TEN_MINUTES_MILLISECONDS).toISOString() })
  if (times.filter(time => time >= today).length >= REPORTS_PER_DAY_MAX)
    refuse('too-many', { retryAt: new Date(today.getTime() + 86_400_000).toISOString() })
}

/** The same problem closed here not long ago: the earlier report learns that it came back. */
async function noteRecurrence(writing: Writing, reportId: string, point: Point, category: Category, now: Date): Promise<void> {
  const since = new Date(now.getTime() - RECURRENCE_DAYS * 86_400_000)
  const earlier = await findRecurrence(writing, { point, category, since, reportId })
  if (!earlier) return
  await updateReport(writing, reportId, { recurrenceOf: earlier })
  await updateReport(writing, earlier, { recurrence: 'came-back', recurrenceDueAt: null })
}

/** What was sent, apart from its key. */
const digestOf = ({ idempotencyKey: _, ...sent }: SubmitInput) =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(sent).sort(([one], [other]) => one.localeCompare(other))))
    .digest('base64url')

/** The key belongs to the report it made for as long as that lives: a phone that asks again after weeks is told the same. */
async function answerGiven(reading: Reading, personId: string, input: SubmitInput) {
  const row = await findSubmitted(reading, personId, input.idempotencyKey)
  if (row && row.submitDigest !== digestOf(input)) refuse('same-key-other-content')
  return row && answerOf(row)
}

const answerOf = ({ reportId, number, firstDueAt }: { reportId: string; number: string; firstDueAt: Date | null }) => ({
  ...{ reportId, number, state: 'submitted' as const, version: 1 },
  ...(firstDueAt && { dueAt: firstDueAt.toISOString() })
})

const isStaff = (caller: Caller) => caller.grants.length > 0

function locate(city: City, point: Point, categoryCode: string) {
  const category = city.categories.categoryOf(categoryCode) ?? refuse('not-found')
  const gridId = city.places.locate(point) ?? refuse('outside-area')
  return { category, path: city.places.pathOf(gridId) }
}

/** 随手拍: from a photo and a place to a report with a number, an owner and a time. */
export const submitReport = command(contract.submitReport, async ({ input, caller, writing, city, now }) => {
  await lockSubmissions(writing, caller.personId)
  const given = await answerGiven(writing, caller.personId, input)
  if (given) return given
  if (caller.consentedPolicy !== POLICY_VERSION) refuse('consent-needed')
  const { category, path } = locate(city, input.point, input.categoryCode)
  const missing = missingEvidence(input, category)
  if (missing) refuseInput(missing.field, missing.message)
  await checkLimits(writing, caller.personId, now)
  const reportId = newId()
  const row = newReportRow({
    reportId,
    number: await nextReportNumber(writing, businessDateOf(now)),
    input,
    submitDigest: digestOf(input),
    reporterId: caller.personId,
    isSelfFound: isStaff(caller),
    category,
    path,
    calendar: city.categories.calendar,
    now
  })
  await insertReport(writing, row)
  const photos = { reportId, photoIds: input.photoIds, kind: 'before' as const, ownerId: caller.personId, takenAt: row.observedAt }
  if (!(await attachPhotos(writing, photos))) refuseInput('photoIds', 'your own uploads, not in another report')
  const photoIds = [...new Set(input.photoIds)]
  await appendHistory(writing, {
    reportId,
    version: 1,
    at: now,
    from: null,
    to: 'submitted',
    role: 'reporter',
    actorId: caller.personId,
    photoIds
  })
  await tieToReport(writing, reportId, caller.personId, 'reporter', now)
  // Of a place chosen as a grid nobody knows whether it is the same one.
  if (!row.isApproximate) await noteRecurrence(writing, reportId, input.point, category, now)
  return answerOf(row)
})
