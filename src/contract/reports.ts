import * as v from 'valibot'
import { command, query } from '#contract/operation'
import { Category, CategoryEntry, PublishedReport, ReportCard, ReportDetail, SimilarReport, UnitRanking } from '#contract/report-shapes'
import { reportSettings } from '#contract/report-settings'
import { reportStates } from '#contract/report-states'
import { BusinessDate, Cursor, Id, IdempotencyKey, Instant, line, measure, Nothing, onceKey, Point, text, Version } from '#contract/shapes'

export const REPORT_TEXT_MAX = 500
export const REPORT_PHOTOS_MAX = 3
export const LANDMARK_MAX = 60
/** Characters of a sentence that stands in for a photo, and of a landmark. */
export const SENTENCE_MIN = 4
export const LANDMARK_MIN = 2
/** A resident may send this many; more are refused with `too-many` and stay on the phone. */
export const REPORTS_PER_TEN_MINUTES_MAX = 5
export const REPORTS_PER_DAY_MAX = 20

const PhotoIds = v.pipe(v.array(Id), v.maxLength(REPORT_PHOTOS_MAX))
/** A short slug; the known ones stand in `report-reasons.ts`, a city may add its own. */
const ReasonCode = v.pipe(v.string(), v.minLength(1), v.maxLength(40), v.regex(/^[\w-]+$/))
const Moved = v.object({ state: v.picklist(reportStates), version: v.number() })
const State = v.picklist(reportStates)

const MoveInput = v.object({
  idempotencyKey: IdempotencyKey,
  reportId: Id,
  /** The version the mover saw. */
  version: Version,
  to: State,
  unitId: v.optional(Id),
  reasonCode: v.optional(ReasonCode),
  note: v.optional(text(REPORT_TEXT_MAX)),
  photoIds: v.optional(PhotoIds),
  /** Merge: the report this one joins. */
  masterId: v.optional(Id),
  /** Suspension: looked at again on this date, at most 30 days ahead; by default the date the unit asked for, else 30 days. */
  reviewOn: v.optional(BusinessDate),
  /** Referral: to whom, and their number. */
  referredTo: v.optional(line(40)),
  referenceNumber: v.optional(line(40)),
  /** Answering a question: the place said anew (WGS-84). */
  point: v.optional(Point)
})
export type MoveInput = v.InferOutput<typeof MoveInput>

const Rectangle = v.object({
  /** Shares of width and height, 0–1. */
  left: measure(0, 1),
  top: measure(0, 1),
  width: measure(0, 1),
  height: measure(0, 1)
})

const SubmitInput = v.object({
  idempotencyKey: IdempotencyKey,
  categoryCode: Id,
  point: Point,
  photoIds: PhotoIds,
  text: v.optional(text(REPORT_TEXT_MAX)),
  /** The place was chosen as a grid: `point` is its middle. Then `landmark` is needed, and no other report is taken for the same by distance. */
  isApproximate: v.optional(v.boolean()),
  /** A landmark beside the place, in the reporter's words. */
  landmark: v.optional(line(LANDMARK_MAX)),
  /** When the shutter was pressed, by the phone's clock. */
  observedAt: v.optional(Instant),
  /** The responsible unit may see my name. */
  showsNameToUnit: v.optional(v.boolean())
})
export type SubmitInput = v.InferOutput<typeof SubmitInput>

export const reports = {
  listCategories: query({
    summary: 'Categories in force, quick buttons first.',
    isOpen: true,
    input: Nothing,
    output: v.object({ categories: v.array(Category) })
  }),
  submitReport: command({
    summary:
      'Files a report, with a photo or, for what cannot be photographed, a sentence. Area and deadline come from the point and the category.',
    input: SubmitInput,
    output: v.object({ reportId: Id, number: v.string(), state: State, version: v.number(), dueAt: v.optional(Instant) }),
    refusals: ['outside-area', 'not-found', 'same-key-other-content', 'too-many', 'consent-needed']
  }),
  findSimilarReports: query({
    summary:
      'Reports of this category near the point that are open or were closed within 7 days; none for a place that is only roughly known.',
    isOpen: true,
    input: v.object({ categoryCode: Id, point: Point, isApproximate: v.optional(v.boolean()) }),
    output: v.object({ reports: v.array(SimilarReport) }),
    refusals: ['not-found']
  }),
  followReport: command({
    summary:
      '我也遇到: follow a similar report instead of sending a second one. Once per person and report, by the ticket it was shown with or from near it.',
    input: v.object({
      reportId: Id,
      ticket: v.optional(v.pipe(v.string(), v.maxLength(120), v.regex(/^[\w-]+$/))),
      /** Where the follower is, instead of a ticket. */
      point: v.optional(Point)
    }),
    output: v.object({ reportId: Id, followerCount: v.number() }),
    refusals: ['not-found', 'already-followed', 'consent-needed']
  }),
  getReport: query({
    summary: 'A report whole, as the caller may see it.',
    input: v.object({ reportId: Id }),
    output: ReportDetail,
    refusals: ['not-found']
  }),
  listMyReports: query({
    summary: 'Reports I sent or follow, newest first.',
    input: v.object({ cursor: v.optional(Cursor) }),
    output: v.object({ reports: v.array(ReportCard), nextCursor: v.optional(Cursor) })
  }),
  listWork: query({
    summary: 'What waits for me as staff, most overdue first; with `state`, whatever of my area stands in it.',
    input: v.object({
      cursor: v.optional(Cursor),
      state: v.optional(State),
      areaId: v.optional(Id),
      unitId: v.optional(Id),
      categoryCode: v.optional(Id),
      isOverdue: v.optional(v.boolean()),
      /** Closed ones whose result stands in public, or does not yet. */
      isPublished: v.optional(v.boolean()),
      /** Units are asking to suspend these; for a supervisor. */
      asksSuspension: v.optional(v.boolean()),
      /** The first digits of a report number; without `state` it is looked for in every state, one page at most. */
      number: v.optional(line(20))
    }),
    output: v.object({ reports: v.array(ReportCard), nextCursor: v.optional(Cursor) })
  }),
  countWork: query({
    summary: 'How many reports of my area or unit stand in each open state, and how many of them are overdue.',
    input: Nothing,
    output: v.object({
      /** The states that wait for my roles, first. */
      mine: v.array(State),
      /** All that waits for me, each report once: also what a supervisor must assign or decide in the states of others. */
      waiting: v.object({ count: v.number(), overdueCount: v.number() }),
      counts: v.array(v.object({ state: State, count: v.number(), overdueCount: v.number() })),
      suspensionRequestCount: v.number()
    })
  }),
  listReportsOnMap: query({
    summary: 'Open reports of my area as pins, at most 2,000 (挂图作战).',
    input: v.object({ areaId: v.optional(Id) }),
    output: v.object({
      pins: v.array(v.object({ reportId: Id, number: v.string(), state: State, categoryCode: Id, point: Point, isOverdue: v.boolean() })),
      grids: v.array(v.object({ areaId: Id, openCount: v.number(), overdueCount: v.number() }))
    })
  }),
  moveReport: command({
    summary: 'Moves a report along the table in `report-moves.ts`.',
    input: MoveInput,
    output: Moved,
    refusals: ['not-found', 'stale-version', 'move-not-allowed', 'unit-does-not-cover', 'outside-area', 'same-key-other-content']
  }),
  correctReport: command({
    summary:
      'Puts category and place right: the reviewer while it is submitted or filed, the dispatcher while it is filed. The time runs by the right category from when the state began.',
    input: v.object({
      idempotencyKey: IdempotencyKey,
      reportId: Id,
      version: Version,
      /** The newest version of this category. */
      categoryCode: v.optional(Id),
      point: v.optional(Point),
      note: v.optional(text(REPORT_TEXT_MAX))
    }),
    output: Moved,
    refusals: ['not-found', 'stale-version', 'move-not-allowed', 'outside-area', 'same-key-other-content']
  }),
  dispatchReports: command({
    summary: 'Dispatches up to 50 filed reports to one unit; says of each whether it went.',
    input: v.object({
      idempotencyKey: IdempotencyKey,
      unitId: Id,
      reports: v.pipe(v.array(v.object({ reportId: Id, version: Version })), v.minLength(1), v.maxLength(50))
    }),
    output: v.object({ results: v.array(v.object({ reportId: Id, refusal: v.optional(v.string()), version: v.optional(v.number()) })) }),
    refusals: ['same-key-other-content', 'not-found']
  }),
  askSuspension: command({
    summary: 'The unit asks to suspend a report it is handling; a supervisor decides with `moveReport` or `declineSuspension`.',
    input: v.object({
      idempotencyKey: IdempotencyKey,
      reportId: Id,
      version: Version,
      reasonCode: ReasonCode,
      note: v.optional(text(REPORT_TEXT_MAX)),
      reviewOn: BusinessDate
    }),
    output: Moved,
    refusals: ['not-found', 'stale-version', 'move-not-allowed']
  }),
  declineSuspension: command({
    summary: 'A supervisor says no to a suspension; the clock never stopped.',
    input: v.object({ idempotencyKey: IdempotencyKey, reportId: Id, version: Version, note: v.optional(text(REPORT_TEXT_MAX)) }),
    output: Moved,
    refusals: ['not-found', 'stale-version', 'move-not-allowed']
  }),
  rateReport: command({
    summary: 'The reporter says how it went after closing, once. Whatever the answer, the points come with it.',
    input: v.object({
      reportId: Id,
      rating: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
      isSolved: v.boolean(),
      comment: v.optional(text(200))
    }),
    output: v.object({ rating: v.number() }),
    refusals: ['not-found', 'move-not-allowed', 'already-done']
  }),
  publishReport: command({
    summary: 'Publishes a closed report with before and after, covering the rectangles a person marked (faces, plates).',
    input: v.object({
      reportId: Id,
      summary: v.pipe(line(120), v.minLength(2)),
      photos: v.pipe(v.array(v.object({ photoId: Id, rectangles: v.pipe(v.array(Rectangle), v.maxLength(30)) })), v.maxLength(2))
    }),
    output: v.object({ publishedAt: Instant }),
    refusals: ['not-found', 'move-not-allowed']
  }),
  unpublishReport: command({
    summary: 'Takes a published result down.',
    input: v.object({ reportId: Id }),
    output: v.object({ reportId: Id }),
    refusals: ['not-found']
  }),
  listPublishedReports: query({
    summary: 'Published results, newest first; for everybody.',
    isOpen: true,
    input: v.object({ cursor: v.optional(Cursor), communityId: v.optional(Id) }),
    output: v.object({ reports: v.array(PublishedReport), nextCursor: v.optional(Cursor) })
  }),
  saveCategory: command({
    summary: 'Writes a new version of a category, in force from now (admin). A code that is new adds one.',
    input: v.object({ ...CategoryEntry.entries, ...onceKey }),
    output: Category,
    refusals: ['not-found']
  }),
  retireCategory: command({
    summary: 'From a day on, today at the earliest, nothing is filed under a category any more (admin); what was filed keeps it.',
    input: v.object({ code: Id, on: BusinessDate }),
    output: Category,
    refusals: ['not-found', 'last-category']
  }),
  keepCategory: command({
    summary: 'Takes the retirement of a category back (admin).',
    input: v.object({ code: Id }),
    output: Category,
    refusals: ['not-found']
  }),
  listRetiredCategories: query({
    summary: 'Categories nothing is filed under any more (admin).',
    input: Nothing,
    output: v.object({ categories: v.array(Category) }),
    refusals: ['not-found']
  }),
  ...reportSettings,
  rankUnits: query({
    summary: 'Units by rework, upheld objections, overdue hours and recurrence, with the n behind each (supervisor, admin).',
    input: v.object({ from: BusinessDate, to: BusinessDate }),
    output: v.object({ minimumCount: v.number(), formula: v.string(), units: v.array(UnitRanking) })
  })
}
