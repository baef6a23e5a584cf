import * as v from 'valibot'
import { roles } from '#contract/people'
import { Place, Unit } from '#contract/places'
import { handlingModes, reportStates } from '#contract/report-states'
import { BusinessDate, Id, Instant, line, measure, Picture, Point, whole } from '#contract/shapes'

export const CATEGORY_HOURS_MIN = 0.25
export const CATEGORY_HOURS_MAX = 2000
export const CATEGORY_RADIUS_METRES_MIN = 10
export const CATEGORY_RADIUS_METRES_MAX = 100
export const CATEGORY_NAME_MAX = 30
/** Units and routing rules name categories and groups by their codes. */
export const CATEGORY_CODE_MAX = 10
export const QUICK_BUTTONS_MAX = 5
export const SYNONYMS_MAX = 200

const CategoryCode = v.pipe(v.string(), v.minLength(1), v.maxLength(CATEGORY_CODE_MAX), v.regex(/^[\w.:-]+$/))
const CategoryName = v.pipe(line(CATEGORY_NAME_MAX), v.minLength(1))

/** One row of categories.csv as the city edits it. */
export const CategoryEntry = v.object({
  code: CategoryCode,
  groupCode: CategoryCode,
  groupName: CategoryName,
  name: CategoryName,
  mode: v.picklist(handlingModes),
  /** Hours on `clock`: 8 a day where it is `working`, 24 where it is `natural`. */
  hours: measure(CATEGORY_HOURS_MIN, CATEGORY_HOURS_MAX),
  clock: v.picklist(['working', 'natural']),
  isUrgent: v.boolean(),
  isReferredByDefault: v.boolean(),
  duplicateRadiusMetres: measure(CATEGORY_RADIUS_METRES_MIN, CATEGORY_RADIUS_METRES_MAX),
  /** 1–5: stands on the home page. */
  quickButton: v.optional(whole(1, QUICK_BUTTONS_MAX)),
  /** The kind of unit that handles it, in words. */
  handler: line(CATEGORY_NAME_MAX),
  /** False for what cannot be photographed, a noise or a smell: a sentence is enough there. Left out, it stays as it was (at first true). */
  needsPhoto: v.optional(v.boolean()),
  /** What else people say for it, with spaces between; searched beside the name. Left out, it stays as it was. */
  synonyms: v.optional(line(SYNONYMS_MAX))
})
export type CategoryEntry = v.InferOutput<typeof CategoryEntry>

/** A category in force; versioned, a report keeps the version it was filed under. What was saved before a limit came is still read. */
export const Category = v.object({
  ...CategoryEntry.entries,
  ...{ code: Id, groupCode: Id, groupName: v.string(), name: v.string(), handler: v.string(), quickButton: v.optional(v.number()) },
  version: v.number(),
  /** Full pinyin and initials of the name, for search. */
  pinyin: v.string(),
  /** The day from which nothing is filed under it any more, where one is set. */
  retiresOn: v.optional(BusinessDate)
})
export type Category = v.InferOutput<typeof Category>

/** What every list shows of a report. */
export const ReportCard = v.object({
  reportId: Id,
  /** Printed on screen and said on the phone: `2611-0421`. */
  number: v.string(),
  state: v.picklist(reportStates),
  version: v.number(),
  mode: v.picklist(handlingModes),
  categoryCode: Id,
  categoryName: v.string(),
  gridName: v.string(),
  communityName: v.string(),
  /** WGS-84 degrees; for followers the middle of a cell of about 20 metres. */
  point: Point,
  /** Chosen as a grid: the point is the grid's middle, the landmark says more. */
  isApproximate: v.boolean(),
  submittedAt: Instant,
  /** In a list of closed ones. */
  closedAt: v.optional(Instant),
  /** Its result stands in public. */
  isPublished: v.boolean(),
  /** When the present state should end. */
  dueAt: v.optional(Instant),
  isOverdue: v.boolean(),
  escalation: v.number(),
  isUrgent: v.boolean(),
  unitName: v.optional(v.string()),
  reworkCount: v.number(),
  /** In a queue: it stands in a state of others and waits for this viewer to assign its unit, or to decide on a suspension. */
  waitsFor: v.optional(v.picklist(['assignment', 'suspension'])),
  thumbnailUrl: v.optional(v.string()),
  /** In my own list: sent by somebody else, followed by me. */
  isFollowed: v.optional(v.boolean())
})
export type ReportCard = v.InferOutput<typeof ReportCard>

export const photoKinds = ['before', 'answer', 'after', 'objection', 'reply'] as const
export type PhotoKind = (typeof photoKinds)[number]

export const ReportPhoto = v.object({
  photoId: Id,
  kind: v.picklist(photoKinds),
  takenAt: Instant,
  ...Picture.entries
})
export type ReportPhoto = v.InferOutput<typeof ReportPhoto>

/** One row of the append-only history; the last `to` is the present state. */
export const HistoryEntry = v.object({
  at: Instant,
  from: v.nullable(v.picklist(reportStates)),
  to: v.picklist(reportStates),
  /** In which capacity: a role, `reporter`, `follower`, `clock`, `rule`. */
  role: v.picklist([...roles, 'reporter', 'follower', 'clock', 'rule']),
  /** Only staff read names of staff. */
  actorName: v.optional(v.string()),
  unitName: v.optional(v.string()),
  reasonCode: v.optional(v.string()),
  note: v.optional(v.string()),
  referredTo: v.optional(v.string()),
  referenceNumber: v.optional(v.string()),
  /** Category or place were put right: names as they were and as they are. The state stayed. */
  correction: v.optional(
    v.object({
      category: v.optional(v.object({ from: v.string(), to: v.string() })),
      place: v.optional(v.object({ from: v.string(), to: v.string() }))
    })
  ),
  photoIds: v.array(Id)
})
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>

/** A move this viewer may make now, and what it needs. */
export const AllowedMove = v.object({
  to: v.picklist(reportStates),
  needs: v.array(v.picklist(['reason-code', 'reason', 'unit', 'result', 'master', 'statement']))
})
export type AllowedMove = v.InferOutput<typeof AllowedMove>

/** What a report gave its reader in points: `given` net of what was taken back, `pending` of it until released, `clipped` beyond a limit. */
export const ReportPoints = v.object({ given: v.number(), pending: v.number(), clipped: v.number() })
export type ReportPoints = v.InferOutput<typeof ReportPoints>

/** A report whole, as its viewer may see it: its reporter, a follower, or staff in charge. */
export const ReportDetail = v.object({
  ...ReportCard.entries,
  viewer: v.picklist(['reporter', 'follower', 'staff']),
  place: Place,
  /** What the reporter calls the place: a landmark beside it. */
  address: v.optional(v.string()),
  /** This viewer may put category and place right now (`correctReport`). */
  mayCorrect: v.boolean(),
  text: v.optional(v.string()),
  photos: v.array(ReportPhoto),
  history: v.array(HistoryEntry),
  moves: v.array(AllowedMove),
  unit: v.optional(Unit),
  followerCount: v.number(),
  returnCount: v.number(),
  /** How often it was taken back from whoever had it. */
  recallCount: v.number(),
  /** Only for staff, and for the unit only where the reporter allowed it. */
  reporterName: v.optional(v.string()),
  /** What the reviewer wants to know, in `need_info`. */
  question: v.optional(v.string()),
  rating: v.optional(v.number()),
  /** Until when the viewer may say 没解决; absent where this viewer may not, whatever the date. */
  objectionUntil: v.optional(Instant),
  /** The date a suspension is looked at again. */
  reviewOn: v.optional(Instant),
  suspensionRequest: v.optional(v.object({ reasonCode: v.string(), note: v.optional(v.string()), reviewOn: Instant, askedAt: Instant })),
  /** The report this one was merged into, at the end of the chain where that one was merged too. */
  master: v.optional(v.object({ reportId: Id, number: v.string(), state: v.picklist(reportStates), dueAt: v.optional(Instant) })),
  mergedCount: v.number(),
  /** For its reporter and followers, once it gave them something or the day's limit kept it back. */
  points: v.optional(ReportPoints),
  /** The same problem was closed here within 28 days before. */
  recurrenceOf: v.optional(v.object({ reportId: Id, number: v.string(), closedAt: Instant })),
  /** Whether the closed place stayed solved for 28 days; absent until known. */
  recurrence: v.optional(v.picklist(['stayed-solved', 'came-back'])),
  publishedAt: v.optional(Instant)
})
export type ReportDetail = v.InferOutput<typeof ReportDetail>

/** Distances to what is near come in steps of this many metres, measured from the middle of a cell of about 20 metres. */
export const DISTANCE_STEP_METRES = 25

/** A report near the point: enough to say "that is it", not enough to recognise anybody. */
export const SimilarReport = v.object({
  reportId: Id,
  number: v.string(),
  state: v.picklist(reportStates),
  categoryName: v.string(),
  submittedOn: BusinessDate,
  closedOn: v.optional(BusinessDate),
  /** At most this far: 25, 50, 75 … metres. */
  distanceMetres: v.number(),
  /** Lets whoever was shown this follow it, for about an hour. */
  ticket: v.string(),
  followerCount: v.number(),
  isMine: v.boolean(),
  isFollowed: v.boolean(),
  /** Blurred past recognition, or redacted by a person. */
  glanceUrl: v.optional(v.string())
})
export type SimilarReport = v.InferOutput<typeof SimilarReport>

/** A result staff chose to publish: places, never persons. */
export const PublishedReport = v.object({
  reportId: Id,
  categoryName: v.string(),
  communityName: v.string(),
  gridName: v.string(),
  submittedAt: Instant,
  closedAt: Instant,
  publishedAt: Instant,
  unitName: v.optional(v.string()),
  summary: v.string(),
  before: v.optional(Picture),
  after: v.optional(Picture)
})
export type PublishedReport = v.InferOutput<typeof PublishedReport>

/** Ranking that means something: rates on volume, with the n they rest on. Rates are 0–1, absent below `minimumCount`. */
export const UnitRanking = v.object({
  unitId: Id,
  name: v.string(),
  handledCount: v.number(),
  reworkRate: v.optional(v.number()),
  upheldObjectionRate: v.optional(v.number()),
  overdueHoursPerReport: v.optional(v.number()),
  recurrenceRate: v.optional(v.number()),
  selfFoundShare: v.optional(v.number())
})
export type UnitRanking = v.InferOutput<typeof UnitRanking>
