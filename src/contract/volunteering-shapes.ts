import * as v from 'valibot'
import { BirthDate, BusinessDate, Count, Id, Instant, line, measure, Point, text, whole, WHOLE_MAX } from '#contract/shapes'
import {
  activityStates,
  appealOutcomes,
  attendanceStates,
  certificateStates,
  flagKinds,
  grades,
  hourEntryStates,
  hourSources,
  presenceSignals,
  signUpStates,
  skills
} from '#contract/volunteering-states'

const count = Count
const Minutes = whole(-WHOLE_MAX, WHOLE_MAX)

/** Where an activity takes place: a circle of this radius. */
export const Site = v.object({ ...Point.entries, radiusMetres: measure(10, 5000) })
export type Site = v.InferOutput<typeof Site>

/** A position as a phone reports it, with the radius of its uncertainty. */
export const Position = v.object({ ...Point.entries, accuracyMetres: measure(0, 100_000) })
export type Position = v.InferOutput<typeof Position>

const MinAge = v.pipe(v.number(), v.integer(), v.minValue(6), v.maxValue(100))
const MaxAge = v.pipe(v.number(), v.integer(), v.minValue(6), v.maxValue(120))
const NeededSkills = v.pipe(v.array(v.picklist(skills)), v.maxLength(5))

/** Whom a shift is for, as far as it is said anew; null lifts an age. */
export const ShiftGates = v.object({
  minAge: v.optional(v.nullable(MinAge)),
  maxAge: v.optional(v.nullable(MaxAge)),
  neededSkills: v.optional(NeededSkills)
})
export type ShiftGates = v.InferOutput<typeof ShiftGates>

/** A shift as an organiser plans it. `position` names the task where several share a time: 岗位. */
export const ShiftPlan = v.object({
  startsAt: Instant,
  endsAt: Instant,
  capacity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000)),
  position: v.optional(line(30)),
  minAge: v.optional(MinAge),
  maxAge: v.optional(MaxAge),
  neededSkills: v.optional(NeededSkills)
})
export type ShiftPlan = v.InferOutput<typeof ShiftPlan>

/** What an organiser says of an activity, apart from its shifts. */
export const activityFields = {
  title: v.pipe(line(60), v.minLength(2)),
  /** Absent: the organisation of the community. */
  organisationId: v.optional(Id),
  communityId: Id,
  topic: v.pipe(line(20), v.minLength(1)),
  description: v.optional(text(1000)),
  /** 志愿服务条例 Art. 12: what a volunteer should know of the dangers. */
  riskLevel: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3)),
  riskNote: text(300),
  /** Art. 17: needed from risk 2 on. */
  insuranceNumber: v.optional(line(40)),
  bring: v.optional(text(200)),
  meetingPlace: v.optional(line(80)),
  site: Site,
  needsApproval: v.boolean()
} as const

export const MySignUp = v.object({
  state: v.picklist(signUpStates),
  /** On the waitlist: 1 is next. */
  position: v.optional(count),
  /** Offered: until when the seat is kept. */
  offerUntil: v.optional(Instant),
  attendance: v.picklist(attendanceStates),
  /** Why the organiser cancelled or refused it, or staff took the attendance back, in their words. */
  reason: v.optional(v.string())
})
export type MySignUp = v.InferOutput<typeof MySignUp>

export const Shift = v.object({
  shiftId: Id,
  startsAt: Instant,
  endsAt: Instant,
  capacity: count,
  seatsLeft: count,
  /** Who else comes, as a number only. */
  joinedCount: count,
  waitlistCount: count,
  isCancelled: v.boolean(),
  /** When the organiser last moved it to another time. */
  timesChangedAt: v.optional(Instant),
  position: v.optional(v.string()),
  minAge: v.optional(v.number()),
  maxAge: v.optional(v.number()),
  neededSkills: v.optional(v.array(v.picklist(skills))),
  mySignUp: v.optional(MySignUp)
})
export type Shift = v.InferOutput<typeof Shift>

export const ActivityCard = v.object({
  activityId: Id,
  title: v.string(),
  topic: v.string(),
  state: v.picklist(activityStates),
  organisationName: v.string(),
  communityId: Id,
  communityName: v.string(),
  site: Site,
  meetingPlace: v.optional(v.string()),
  /** The next shift that is not over; the last one where all are. */
  startsAt: Instant,
  endsAt: Instant,
  shiftCount: count,
  seatsLeft: count,
  isJoined: v.boolean(),
  /** How the caller stands with a shift that is not over, what asks most of them first: a seat that was offered, one they have, a place in line. */
  mySignUp: v.optional(v.picklist(signUpStates))
})
export type ActivityCard = v.InferOutput<typeof ActivityCard>

export const Activity = v.object({
  ...ActivityCard.entries,
  description: v.optional(v.string()),
  riskLevel: v.number(),
  riskNote: v.string(),
  insuranceNumber: v.optional(v.string()),
  bring: v.optional(v.string()),
  needsApproval: v.boolean(),
  shifts: v.array(Shift),
  /** Whether the caller organises it, may publish it, and why it cannot be published yet. */
  canManage: v.boolean(),
  canPublish: v.boolean(),
  gates: v.array(v.string()),
  cancelReason: v.optional(v.string()),
  returnNote: v.optional(v.string())
})
export type Activity = v.InferOutput<typeof Activity>

/** A shift of mine with enough of its activity to stand alone on a card. */
export const MyShift = v.object({
  shift: Shift,
  activityId: Id,
  title: v.string(),
  meetingPlace: v.optional(v.string()),
  site: Site,
  communityName: v.string(),
  signUp: MySignUp,
  checkedInAt: v.optional(Instant),
  checkedOutAt: v.optional(Instant),
  /** A code is shown on site just now; whoever is here scans it. */
  isMidwayOpen: v.boolean()
})
export type MyShift = v.InferOutput<typeof MyShift>

export const HourEntry = v.object({
  entryId: Id,
  /** Where it came from; absent for entries of shifts that are no longer kept. */
  shiftId: v.optional(Id),
  activityTitle: v.string(),
  on: BusinessDate,
  /** Negative where an entry was reversed. */
  minutes: Minutes,
  grade: v.picklist(grades),
  state: v.picklist(hourEntryStates),
  source: v.picklist(hourSources),
  checkedInAt: v.optional(Instant),
  checkedOutAt: v.optional(Instant),
  signalsIn: v.array(v.picklist(presenceSignals)),
  signalsOut: v.array(v.picklist(presenceSignals)),
  signalsBetween: v.array(v.picklist(presenceSignals)),
  approvedBy: v.optional(v.string()),
  reason: v.optional(v.string()),
  /** Public until then; final afterwards unless somebody objects. */
  noticeUntil: v.optional(Instant),
  canDispute: v.boolean()
})
export type HourEntry = v.InferOutput<typeof HourEntry>

export const MinutesByGrade = v.object({ A: Minutes, B: Minutes, C: Minutes, D: Minutes })
export type MinutesByGrade = v.InferOutput<typeof MinutesByGrade>

export const RosterLine = v.object({
  personId: Id,
  /** Rosters show masked names: 周**. */
  maskedName: v.string(),
  state: v.picklist(signUpStates),
  attendance: v.picklist(attendanceStates),
  isWalkIn: v.boolean(),
  position: v.optional(count),
  checkedInAt: v.optional(Instant),
  checkedOutAt: v.optional(Instant),
  signalsIn: v.array(v.picklist(presenceSignals)),
  signalsOut: v.array(v.picklist(presenceSignals)),
  signalsBetween: v.array(v.picklist(presenceSignals)),
  /** What verifying would credit, and at which grade. */
  creditMinutes: Minutes,
  grade: v.optional(v.picklist(grades)),
  flags: v.array(v.picklist(flagKinds)),
  entryState: v.optional(v.picklist(hourEntryStates)),
  /** Entries that count or will once their notice is over, one a business day: what may be taken back. */
  entryIds: v.optional(v.array(Id)),
  disputeNote: v.optional(v.string())
})
export type RosterLine = v.InferOutput<typeof RosterLine>

export const Flag = v.object({
  flagId: Id,
  kind: v.picklist(flagKinds),
  at: Instant,
  organisationId: Id,
  organisationName: v.string(),
  activityTitle: v.optional(v.string()),
  shiftId: v.optional(Id),
  maskedName: v.optional(v.string()),
  /** What was seen, in numbers a person can read: `speedKmh`, `devices`, `counted`, `present`, … */
  facts: v.record(v.string(), v.union([v.string(), v.number()])),
  decision: v.optional(v.picklist(['cleared', 'upheld'])),
  note: v.optional(v.string())
})
export type Flag = v.InferOutput<typeof Flag>

export const VolunteerProfile = v.object({
  isVolunteer: v.boolean(),
  birthDate: v.optional(BirthDate),
  skills: v.array(v.picklist(skills)),
  guardianName: v.optional(v.string()),
  hasGuardianConsent: v.boolean(),
  /** Printed on a paper card; staff scan it, nobody can check in with it alone. */
  cardCode: v.optional(v.string()),
  coolDownUntil: v.optional(Instant),
  /** Against the last cool-down; without an outcome it waits. */
  appeal: v.optional(
    v.object({ reason: v.string(), appealedAt: Instant, outcome: v.optional(v.picklist(appealOutcomes)), note: v.optional(v.string()) })
  ),
  /** Late cancellations and no-shows of the last 90 days, and how many sign-ups there were. */
  faultCount: count,
  signUpCount: count,
  teams: v.array(v.object({ teamId: Id, name: v.string() }))
})
export type VolunteerProfile = v.InferOutput<typeof VolunteerProfile>

/** What a certificate says of one activity: the first and last day somebody served there, and the minutes of all days between. */
export const CertifiedActivity = v.object({ title: v.string(), from: BusinessDate, to: BusinessDate, minutes: Minutes })
export type CertifiedActivity = v.InferOutput<typeof CertifiedActivity>

export const Certificate = v.object({
  /** Printed and in the QR code: `TC-2611-7K3Q-9FXM`. */
  code: v.string(),
  state: v.picklist(certificateStates),
  maskedName: v.string(),
  from: BusinessDate,
  to: BusinessDate,
  minutes: Minutes,
  byGrade: MinutesByGrade,
  activityCount: count,
  /** Where the hours come from, the first that were served first; certificates of earlier versions of the product have none. */
  activities: v.optional(v.array(CertifiedActivity)),
  issuer: v.string(),
  issuedOn: BusinessDate,
  supersededBy: v.optional(v.string()),
  revokedReason: v.optional(v.string())
})
export type Certificate = v.InferOutput<typeof Certificate>
