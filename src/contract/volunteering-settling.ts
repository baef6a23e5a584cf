import * as v from 'valibot'
import { command, query } from '#contract/operation'
import { BusinessDate, Id, IdempotencyKey, Instant, line, Nothing, text } from '#contract/shapes'
import { Flag, MinutesByGrade } from '#contract/volunteering-shapes'
import { activityStates, attendanceStates, grades, hourEntryStates } from '#contract/volunteering-states'

const Note = text(300)
const ActivityReply = v.object({ activityId: Id, state: v.picklist(activityStates) })

/** Afterwards, and the city office. */
export const settlingOperations = {
  verifyAttendance: command({
    summary:
      'Staff confirm or reject one attendance. An open check-out needs a note and the minutes staff vouch for; more than 8 h a day needs a supervisor.',
    input: v.object({
      shiftId: Id,
      personId: Id,
      decision: v.picklist(['approve', 'reject', 'no-show']),
      note: v.optional(Note),
      /** Only for an open check-out: when the person left. */
      leftAt: v.optional(Instant)
    }),
    output: v.object({ attendance: v.picklist(attendanceStates), minutes: v.number(), grade: v.optional(v.picklist(grades)) }),
    refusals: ['shift-not-found', 'not-joined', 'same-person', 'move-not-allowed', 'note-needed', 'higher-approval', 'attendance-flagged']
  }),
  enterHours: command({
    summary:
      'Types in minutes nobody scanned: only for a sign-up made before the shift began, with a reason and evidence, and a second person.',
    input: v.object({
      idempotencyKey: v.optional(IdempotencyKey),
      shiftId: Id,
      personId: Id,
      minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440)),
      reason: v.pipe(Note, v.minLength(2)),
      photoIds: v.optional(v.pipe(v.array(Id), v.maxLength(6)))
    }),
    output: v.object({ entryId: Id, state: v.picklist(hourEntryStates) }),
    refusals: [
      'shift-not-found',
      'not-joined',
      'same-person',
      'sign-up-after-start',
      'activity-not-published',
      'shift-not-over',
      'evidence-needed',
      'over-limit',
      'already-done'
    ]
  }),
  listProposedHours: query({
    summary: 'Typed-in hours that wait for a second person.',
    input: Nothing,
    output: v.object({
      proposals: v.array(
        v.object({
          entryId: Id,
          activityTitle: v.string(),
          shiftId: Id,
          maskedName: v.string(),
          on: BusinessDate,
          minutes: v.number(),
          reason: v.string(),
          enteredBy: v.string(),
          enteredAt: Instant,
          canApprove: v.boolean(),
          photos: v.array(v.object({ url: v.string(), thumbnailUrl: v.string() }))
        })
      )
    }),
    refusals: ['not-found']
  }),
  approveHours: command({
    summary: 'A second person of another role accepts or declines typed-in hours.',
    input: v.object({ entryId: Id, decision: v.optional(v.picklist(['approve', 'decline'])), note: v.optional(Note) }),
    output: v.object({ entryId: Id, state: v.picklist(hourEntryStates) }),
    refusals: ['not-found', 'same-person', 'already-done', 'higher-approval']
  }),
  reverseHours: command({
    summary: 'Takes an entry back by a new negative one; its points follow.',
    input: v.object({ entryId: Id, reason: v.pipe(Note, v.minLength(2)) }),
    output: v.object({ entryId: Id, minutes: v.number() }),
    refusals: ['not-found', 'already-done', 'same-person']
  }),
  settleActivity: command({
    summary: 'Closes the books of an activity once every attendance is decided.',
    input: v.object({ activityId: Id }),
    output: v.object({ ...ActivityReply.entries, undecidedCount: v.number() }),
    refusals: ['not-found', 'move-not-allowed', 'undecided-left']
  }),
  exportShift: query({
    summary: 'Roster and hours of a shift as XLSX: a short-lived address.',
    input: v.object({ shiftId: Id }),
    output: v.object({ documentUrl: v.string() }),
    refusals: ['shift-not-found']
  }),
  exportHours: query({
    summary: 'Hours of an area over a period as XLSX, by grade: a short-lived address.',
    input: v.object({ from: BusinessDate, to: BusinessDate }),
    output: v.object({ documentUrl: v.string() }),
    refusals: ['not-found']
  }),
  getIntegrityBoard: query({
    summary:
      'City office: minutes by grade and flags by organisation, the latest flags, what the audit drew, and whether the chain of entries is whole.',
    input: Nothing,
    output: v.object({
      organisations: v.array(
        v.object({ organisationId: Id, name: v.string(), byGrade: MinutesByGrade, typedShare: v.number(), openFlagCount: v.number() })
      ),
      flags: v.array(Flag),
      audits: v.array(
        v.object({
          entryId: Id,
          activityTitle: v.string(),
          maskedName: v.string(),
          on: BusinessDate,
          minutes: v.number(),
          enteredBy: v.string(),
          approvedBy: v.string(),
          outcome: v.optional(v.picklist(['right', 'wrong']))
        })
      ),
      chain: v.object({ length: v.number(), isWhole: v.boolean() })
    }),
    refusals: ['not-found']
  }),
  decideFlag: command({
    summary: 'Clears a flag, so that what it froze goes on, or upholds it: the entries it froze are reversed.',
    input: v.object({ flagId: Id, decision: v.picklist(['cleared', 'upheld']), note: v.pipe(Note, v.minLength(2)) }),
    output: v.object({ decision: v.picklist(['cleared', 'upheld']) }),
    refusals: ['not-found', 'already-done', 'same-person']
  }),
  decideAudit: command({
    summary: 'What the audit of a typed-in entry found; `wrong` reverses it.',
    input: v.object({ entryId: Id, outcome: v.picklist(['right', 'wrong']), note: v.pipe(Note, v.minLength(2)) }),
    output: v.object({ outcome: v.picklist(['right', 'wrong']) }),
    refusals: ['not-found', 'already-done', 'same-person']
  }),
  revokeCertificate: command({
    summary: 'City office: a certificate is no longer valid, for a reason the public page shows.',
    input: v.object({ code: v.pipe(line(40), v.minLength(4)), reason: v.pipe(Note, v.minLength(2)) }),
    output: v.object({ code: v.string() }),
    refusals: ['not-found', 'already-done']
  })
}
