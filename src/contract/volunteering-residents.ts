import * as v from 'valibot'
import { command, query } from '#contract/operation'
import {
  BirthDate,
  BusinessDate,
  Cursor,
  Id,
  IdempotencyKey,
  Instant,
  line,
  measure,
  Month,
  Nothing,
  onceKey,
  Point,
  text
} from '#contract/shapes'
import {
  Activity,
  ActivityCard,
  Certificate,
  HourEntry,
  MinutesByGrade,
  MyShift,
  Position,
  VolunteerProfile
} from '#contract/volunteering-shapes'
import { attendanceStates, certificateStates, signUpStates, skills } from '#contract/volunteering-states'

const Code = v.pipe(line(200), v.minLength(4))
const Digits = v.pipe(v.string(), v.maxLength(40), v.trim(), v.regex(/^\d{8}$/))
const SignUpReply = v.object({ state: v.picklist(signUpStates), position: v.optional(v.number()) })
const AttendanceReply = v.object({ state: v.picklist(attendanceStates) })

const arrival = v.object({
  shiftId: Id,
  /** As scanned. One of `code` and `digits` must be there. */
  code: v.optional(Code),
  digits: v.optional(Digits),
  /** Absent where the person does not share it: that costs nothing but a grade. */
  position: v.optional(Position),
  /** A random id this phone keeps: one phone for several people is noticed. */
  deviceId: v.optional(Id)
})

export const residentOperations = {
  listActivities: query({
    summary: 'Activities anybody may join, soonest first, by community, day, topic and distance.',
    isOpen: true,
    input: v.object({
      cursor: v.optional(Cursor),
      communityId: v.optional(Id),
      /** Shifts that begin in this time. Absent: from now on. */
      from: v.optional(Instant),
      to: v.optional(Instant),
      topic: v.optional(line(20)),
      near: v.optional(Point),
      withinMetres: v.optional(measure(100, 50_000))
    }),
    output: v.object({ activities: v.array(ActivityCard), nextCursor: v.optional(Cursor) })
  }),
  countByDay: query({
    summary: 'How many shifts begin on each day of a month, for the calendar.',
    isOpen: true,
    input: v.object({ month: Month, communityId: v.optional(Id) }),
    output: v.object({ days: v.array(v.object({ on: BusinessDate, shiftCount: v.number(), hasSeats: v.boolean() })) })
  }),
  getActivity: query({
    summary: 'One activity with its shifts, and my own sign-ups when signed in.',
    isOpen: true,
    input: v.object({ activityId: Id }),
    output: Activity,
    refusals: ['not-found']
  }),
  joinShift: command({
    summary: 'Takes a seat, or a place on the waitlist where none is left.',
    input: v.object({ shiftId: Id, idempotencyKey: IdempotencyKey }),
    output: SignUpReply,
    refusals: [
      'shift-not-found',
      'shift-closed',
      'activity-not-published',
      'already-joined',
      'overlapping-shift',
      'too-young',
      'too-old',
      'profile-needed',
      'guardian-needed',
      'skill-needed',
      'cool-down',
      'sign-up-after-start',
      'consent-needed'
    ]
  }),
  leaveShift: command({
    summary: 'Gives the seat back; later than 24 h before the start counts as a late cancellation.',
    input: v.object({ shiftId: Id, reason: v.optional(text(200)) }),
    output: SignUpReply,
    refusals: ['shift-not-found', 'not-joined', 'shift-closed']
  }),
  respondToOffer: command({
    summary: 'Takes or declines a freed seat that was offered.',
    input: v.object({ shiftId: Id, accept: v.boolean() }),
    output: SignUpReply,
    refusals: ['shift-not-found', 'not-joined', 'offer-over', 'overlapping-shift']
  }),
  listMyShifts: query({
    summary: 'My coming and present shifts, soonest first, then those of the last 30 days.',
    input: Nothing,
    output: v.object({ shifts: v.array(MyShift) })
  }),
  getMyCode: query({
    summary: 'My own rotating code for staff to scan, its typed form and how long it lives.',
    input: Nothing,
    output: v.object({ code: v.string(), digits: v.string(), validForSeconds: v.number() })
  }),
  checkIn: command({
    summary: 'Proves being there at the start, by the code on site.',
    input: arrival,
    output: AttendanceReply,
    refusals: ['shift-not-found', 'not-joined', 'shift-closed', 'code-expired', 'code-wrong-shift', 'code-used', 'outside-site', 'too-many']
  }),
  checkOut: command({
    summary: 'Proves being there at the end.',
    input: arrival,
    output: AttendanceReply,
    refusals: [
      'shift-not-found',
      'not-joined',
      'not-checked-in',
      'shift-closed',
      'code-expired',
      'code-wrong-shift',
      'code-used',
      'outside-site',
      'too-many'
    ]
  }),
  confirmMidway: command({
    summary: 'Answers the code shown at a random moment of a long shift.',
    input: arrival,
    output: AttendanceReply,
    refusals: [
      'shift-not-found',
      'not-joined',
      'not-checked-in',
      'code-expired',
      'code-wrong-shift',
      'code-used',
      'outside-site',
      'too-many'
    ]
  }),
  getMyHours: query({
    summary:
      'My minutes by grade and month and the entries behind them. `minutes` counts what is final; what is still on notice stands beside.',
    input: v.object({ cursor: v.optional(Cursor) }),
    output: v.object({
      minutes: v.number(),
      byGrade: MinutesByGrade,
      onNotice: v.number(),
      /** Of `onNotice`: waits for a flag or a dispute, and no day is set for it. */
      frozen: v.number(),
      /** 0–5, by final minutes of grade A–C. */
      stars: v.number(),
      minutesToNextStar: v.optional(v.number()),
      months: v.array(v.object({ month: v.string(), byGrade: MinutesByGrade })),
      entries: v.array(HourEntry),
      nextCursor: v.optional(Cursor)
    })
  }),
  disputeHours: command({
    summary: 'Says that what stands in an entry, or a missing one, is wrong; staff look again.',
    input: v.object({ shiftId: Id, note: v.pipe(text(300), v.minLength(2)) }),
    output: AttendanceReply,
    refusals: ['shift-not-found', 'not-joined', 'shift-not-over', 'already-done']
  }),
  getMyProfile: query({ summary: 'My volunteer profile.', input: Nothing, output: VolunteerProfile }),
  saveMyProfile: command({
    summary: 'Becomes a volunteer, or changes the profile. Under 14 a guardian agrees.',
    input: v.object({
      birthDate: BirthDate,
      skills: v.pipe(v.array(v.picklist(skills)), v.maxLength(10)),
      guardianName: v.optional(line(20)),
      hasGuardianConsent: v.optional(v.boolean())
    }),
    output: VolunteerProfile,
    refusals: ['guardian-needed', 'consent-needed']
  }),
  leaveVolunteering: command({
    summary: 'Stops being a volunteer: profile, skills, teams and card go; hours that were served stay true.',
    input: Nothing,
    output: v.object({ releasedShiftCount: v.number() })
  }),
  appealCoolDown: command({
    summary: 'Asks staff to lift the cool-down, with a reason.',
    input: v.object({ reason: v.pipe(text(300), v.minLength(2)) }),
    output: v.object({ askedAt: Instant }),
    refusals: ['already-done', 'not-found']
  }),
  listTeams: query({
    summary: 'Teams one may join.',
    isOpen: true,
    input: v.object({ communityId: v.optional(Id) }),
    output: v.object({
      teams: v.array(
        v.object({
          teamId: Id,
          name: v.string(),
          organisationName: v.string(),
          memberCount: v.number(),
          isMember: v.boolean(),
          isLeader: v.boolean()
        })
      )
    })
  }),
  joinTeam: command({
    summary: 'Joins or leaves a team.',
    input: v.object({ teamId: Id, isMember: v.boolean() }),
    output: v.object({ isMember: v.boolean() }),
    refusals: ['not-found', 'consent-needed']
  }),
  issueCertificate: command({
    summary:
      'Issues my certificate of service over a period that is not in the future, signed; an earlier one of the same period is superseded. With `trueName` it is printed in that name; whoever verifies it sees the name masked.',
    input: v.object({ ...onceKey, from: BusinessDate, to: BusinessDate, trueName: v.optional(v.pipe(line(20), v.minLength(2))) }),
    output: v.object({ code: v.string(), pdfUrl: v.string(), verifyUrl: v.string() }),
    refusals: ['nothing-to-certify', 'too-many']
  }),
  listMyCertificates: query({
    summary: 'Certificates issued to me, newest first.',
    input: Nothing,
    output: v.object({ certificates: v.array(v.object({ ...Certificate.entries, pdfUrl: v.string(), verifyUrl: v.string() })) })
  }),
  verifyCertificate: query({
    summary: 'What stands behind a certificate code: anybody may ask. `isAuthentic` is false where the record was changed.',
    isOpen: true,
    input: v.object({ code: v.pipe(line(40), v.minLength(4)) }),
    output: v.object({ ...Certificate.entries, state: v.picklist(certificateStates), isAuthentic: v.boolean(), keyId: v.string() }),
    refusals: ['not-found']
  })
}
