import * as v from 'valibot'
import { command, query } from '#contract/operation'
import { BusinessDate, Cursor, Id, Instant, line, Nothing, onceKey, text } from '#contract/shapes'
import { ActivityCard, RosterLine, Shift, ShiftGates, ShiftPlan, activityFields } from '#contract/volunteering-shapes'
import { activityStates, attendanceStates, presencePhases, signUpStates } from '#contract/volunteering-states'

const Code = v.pipe(line(200), v.minLength(4))
const ActivityReply = v.object({ activityId: Id, state: v.picklist(activityStates) })
const Plans = v.pipe(v.array(ShiftPlan), v.minLength(1), v.maxLength(60))
const PlannedShifts = v.object({ activityId: Id, state: v.picklist(activityStates), shifts: v.array(Shift) })
const Scanned = v.object({ personId: Id, maskedName: v.string(), state: v.picklist(attendanceStates) })
const Note = text(300)

/** Organising: before the day. */
export const planningOperations = {
  createActivity: command({
    summary: 'Plans an activity with its shifts and sends it for review; `isDraft` keeps it with its author.',
    input: v.object({ ...onceKey, ...activityFields, shifts: Plans, isDraft: v.optional(v.boolean()) }),
    output: PlannedShifts,
    refusals: ['not-found', 'shift-in-past']
  }),
  saveActivity: command({
    summary: 'Changes what an activity says. Before publishing everything; afterwards all but the place of its community.',
    input: v.object({ activityId: Id, ...activityFields }),
    output: ActivityReply,
    refusals: ['not-found', 'activity-over', 'gates-not-met']
  }),
  addShifts: command({
    summary: 'Adds shifts, one by one or as a series with exceptions: every week on these days until a date, save for these dates.',
    input: v.object({
      ...onceKey,
      activityId: Id,
      shifts: Plans,
      /** Each plan is repeated on these weekdays (1 Monday … 7 Sunday) up to `until`, at the same time of day in Shanghai. */
      series: v.optional(
        v.object({
          weekdays: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.minLength(1), v.maxLength(7)),
          until: BusinessDate,
          except: v.pipe(v.array(BusinessDate), v.maxLength(60))
        })
      )
    }),
    output: PlannedShifts,
    refusals: ['not-found', 'activity-over', 'shift-in-past', 'too-many', 'gates-not-met']
  }),
  saveShift: command({
    summary:
      'Changes a shift. A capacity below what is taken names whom it would release; with `releases` it releases the last who joined. Who joined before a gate was set stays.',
    input: v.object({
      ...ShiftGates.entries,
      shiftId: Id,
      startsAt: v.optional(Instant),
      endsAt: v.optional(Instant),
      capacity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000))),
      releases: v.optional(v.boolean())
    }),
    output: Shift,
    refusals: ['shift-not-found', 'shift-closed', 'below-taken', 'shift-in-past', 'gates-not-met', 'volunteers-elsewhere']
  }),
  cancelShift: command({
    summary: 'Cancels one shift; everybody on it is told.',
    input: v.object({ shiftId: Id, reason: v.pipe(Note, v.minLength(2)) }),
    output: v.object({ releasedCount: v.number() }),
    refusals: ['shift-not-found', 'shift-closed']
  }),
  copyActivity: command({
    summary: 'A new draft like this one, its shifts moved by whole days.',
    input: v.object({ ...onceKey, activityId: Id, firstOn: BusinessDate }),
    output: PlannedShifts,
    refusals: ['not-found', 'shift-in-past']
  }),
  submitActivity: command({
    summary: 'Sends a draft for review.',
    input: v.object({ activityId: Id }),
    output: ActivityReply,
    refusals: ['not-found', 'move-not-allowed']
  }),
  publishActivity: command({
    summary: 'A reviewer other than the author publishes; every gate must be met.',
    input: v.object({ activityId: Id }),
    output: ActivityReply,
    refusals: ['not-found', 'same-person', 'move-not-allowed', 'gates-not-met']
  }),
  returnActivity: command({
    summary: 'A reviewer sends it back to its author with a note.',
    input: v.object({ activityId: Id, note: v.pipe(Note, v.minLength(2)) }),
    output: ActivityReply,
    refusals: ['not-found', 'move-not-allowed']
  }),
  cancelActivity: command({
    summary: 'Cancels an activity with all its shifts; everybody signed up is told.',
    input: v.object({ activityId: Id, reason: v.pipe(Note, v.minLength(2)) }),
    output: ActivityReply,
    refusals: ['not-found', 'move-not-allowed']
  }),
  listManagedActivities: query({
    summary: 'Activities the caller organises or reviews, newest first.',
    input: v.object({ cursor: v.optional(Cursor), state: v.optional(v.picklist(activityStates)) }),
    output: v.object({
      activities: v.array(v.object({ ...ActivityCard.entries, authorName: v.string(), waiting: v.number() })),
      nextCursor: v.optional(Cursor),
      organisations: v.array(v.object({ organisationId: Id, name: v.string(), communityId: v.optional(Id) }))
    }),
    refusals: ['not-found']
  }),
  decideSignUp: command({
    summary: 'Accepts or rejects somebody who waits for approval, or excuses a no-show.',
    input: v.object({ shiftId: Id, personId: Id, decision: v.picklist(['accept', 'reject', 'excuse']), note: v.optional(Note) }),
    output: v.object({ state: v.picklist(signUpStates) }),
    refusals: ['shift-not-found', 'not-joined', 'move-not-allowed', 'same-person']
  }),
  decideCoolDown: command({
    summary: 'Lifts a cool-down that somebody appealed, or lets it stand.',
    input: v.object({ personId: Id, isLifted: v.boolean(), note: v.optional(Note) }),
    output: v.object({ isLifted: v.boolean() }),
    refusals: ['not-found', 'same-person']
  }),
  listAppeals: query({
    summary: 'Cool-downs that were appealed where the caller works and that nobody decided, newest first; never the caller’s own.',
    input: Nothing,
    output: v.object({
      appeals: v.array(
        v.object({
          personId: Id,
          maskedName: v.string(),
          reason: v.string(),
          appealedAt: Instant,
          /** Late cancellations and no-shows of the last 90 days, and how many sign-ups there were. */
          faultCount: v.number(),
          signUpCount: v.number(),
          coolDownUntil: Instant
        })
      )
    }),
    refusals: ['not-found']
  })
}

/** On site. */
export const onSiteOperations = {
  getShiftCode: query({
    summary: 'The rotating code to show on site, and its typed form.',
    input: v.object({ shiftId: Id, phase: v.picklist(presencePhases) }),
    output: v.object({ code: v.string(), digits: v.string(), validForSeconds: v.number() }),
    refusals: ['shift-not-found']
  }),
  getDeskKit: query({
    summary:
      'What the desk of a shift needs to go on without network: the secret its codes are computed from, and the clock of the server.',
    input: v.object({ shiftId: Id }),
    output: v.object({ shiftId: Id, secret: v.string(), stepSeconds: v.number(), serverTime: Instant, startsAt: Instant, endsAt: Instant }),
    refusals: ['shift-not-found']
  }),
  scanVolunteer: command({
    summary: 'Staff scan somebody’s own code or card: the strongest proof. `isWalkIn` signs up who came without.',
    input: v.object({ shiftId: Id, phase: v.picklist(presencePhases), code: Code, isWalkIn: v.optional(v.boolean()) }),
    output: Scanned,
    refusals: [
      'shift-not-found',
      'not-joined',
      'not-checked-in',
      'shift-closed',
      'shift-full',
      'code-expired',
      'code-wrong-shift',
      'code-used',
      'same-person',
      'overlapping-shift'
    ]
  }),
  syncScans: command({
    summary: 'Scans taken without network, with the phone’s clock; each is judged at the moment it was taken, once.',
    input: v.object({
      shiftId: Id,
      phoneNow: Instant,
      scans: v.pipe(
        v.array(
          v.object({ scanId: Id, phase: v.picklist(presencePhases), code: Code, scannedAt: Instant, isWalkIn: v.optional(v.boolean()) })
        ),
        v.minLength(1),
        v.maxLength(200)
      )
    }),
    output: v.object({
      clockOffsetSeconds: v.number(),
      results: v.array(
        v.object({
          scanId: Id,
          state: v.optional(v.picklist(attendanceStates)),
          maskedName: v.optional(v.string()),
          refusal: v.optional(v.string())
        })
      )
    }),
    refusals: ['shift-not-found']
  }),
  getRoster: query({
    summary: 'Who is signed up, here, gone; the head-count and midway prompts; live.',
    input: v.object({ shiftId: Id }),
    output: v.object({
      shift: Shift,
      activityId: Id,
      title: v.string(),
      people: v.array(RosterLine),
      presentCount: v.number(),
      /** When the system asks to count heads; absent until it does. */
      headCountAskedAt: v.optional(Instant),
      headCount: v.optional(v.number()),
      /** While it is open, the desk shows the midway code. */
      midwayUntil: v.optional(Instant),
      isSettled: v.boolean()
    }),
    refusals: ['shift-not-found']
  }),
  enterHeadCount: command({
    summary: 'How many are here, counted when the system asked.',
    input: v.object({ shiftId: Id, count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)) }),
    output: v.object({ isFlagged: v.boolean(), presentCount: v.number() }),
    refusals: ['shift-not-found', 'not-asked', 'already-done']
  })
}
