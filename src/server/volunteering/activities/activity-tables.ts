import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex
} from 'drizzle-orm/pg-core'
import type { ActivityState, Skill } from '#contract/volunteering-states'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Who organises: verified by the city before it may publish. Its organisers are those whose grants reach its area. */
export const organisations = pgTable(
  'organisations',
  {
    organisationId: text('organisation_id').primaryKey(),
    name: text('name').notNull(),
    /** A community's own organisation, or one of a street or the city. */
    areaId: text('area_id').notNull(),
    isVerified: boolean('is_verified').notNull(),
    /** A community's own, made when the community was imported: it has one at most. */
    isOwn: boolean('is_own').notNull().default(false),
    /** Who wrote what it says now; empty where the import did. Somebody else verifies it. */
    savedBy: text('saved_by'),
    verifiedBy: text('verified_by'),
    /** Since then it plans nothing new. */
    retiredAt: at('retired_at')
  },
  table => [
    index('organisations_area').on(table.areaId),
    uniqueIndex('organisations_own')
      .on(table.areaId)
      .where(sql`${table.isOwn}`)
  ]
)

export const teams = pgTable(
  'teams',
  {
    teamId: text('team_id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.organisationId),
    name: text('name').notNull(),
    /** Eight digits to scan or type on joining. */
    joinCode: text('join_code'),
    /** One of its members, or nobody. */
    leaderId: text('leader_id'),
    retiredAt: at('retired_at')
  },
  table => [index('teams_organisation').on(table.organisationId), uniqueIndex('teams_join_code').on(table.joinCode)]
)

export const activities = pgTable(
  'activities',
  {
    activityId: text('activity_id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.organisationId),
    communityId: text('community_id').notNull(),
    streetId: text('street_id').notNull(),
    cityId: text('city_id').notNull(),
    state: text('state').$type<ActivityState>().notNull(),
    title: text('title').notNull(),
    topic: text('topic').notNull(),
    description: text('description'),
    riskLevel: integer('risk_level').notNull(),
    riskNote: text('risk_note').notNull(),
    insuranceNumber: text('insurance_number'),
    bring: text('bring'),
    meetingPlace: text('meeting_place'),
    longitude: doublePrecision('longitude').notNull(),
    latitude: doublePrecision('latitude').notNull(),
    radiusMetres: doublePrecision('radius_metres').notNull(),
    needsApproval: boolean('needs_approval').notNull(),
    /** Empty once the author deleted their account. */
    authorId: text('author_id'),
    publisherId: text('publisher_id'),
    createdAt: at('created_at').notNull(),
    publishedAt: at('published_at'),
    returnNote: text('return_note'),
    cancelReason: text('cancel_reason'),
    /** First and last moment of its shifts that are not cancelled: lists and the clock walk along these. */
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull()
  },
  table => [
    index('activities_open').on(table.state, table.endsAt, table.activityId),
    index('activities_managed').on(table.cityId, table.createdAt.desc(), table.activityId.desc()),
    index('activities_organisation').on(table.organisationId, table.state)
  ]
)

/** Append-only: who moved an activity where, and why. */
export const activityHistory = pgTable(
  'activity_history',
  {
    activityId: text('activity_id')
      .notNull()
      .references(() => activities.activityId),
    sequence: integer('sequence').notNull(),
    at: at('at').notNull(),
    from: text('from_state').$type<ActivityState>(),
    to: text('to_state').$type<ActivityState>().notNull(),
    actorId: text('actor_id'),
    note: text('note')
  },
  table => [primaryKey({ columns: [table.activityId, table.sequence] })]
)

export const shifts = pgTable(
  'shifts',
  {
    shiftId: text('shift_id').primaryKey(),
    activityId: text('activity_id')
      .notNull()
      .references(() => activities.activityId),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    position: text('position'),
    capacity: integer('capacity').notNull(),
    /** Seats that are taken or kept for an offer. One conditional write claims one; the check is the last word. */
    taken: integer('taken').notNull().default(0),
    /** The next place in the order of arrival. */
    nextArrival: integer('next_arrival').notNull().default(1),
    waitlisted: integer('waitlisted').notNull().default(0),
    minAge: integer('min_age'),
    maxAge: integer('max_age'),
    neededSkills: jsonb('needed_skills').$type<Skill[]>().notNull().default([]),
    isCancelled: boolean('is_cancelled').notNull().default(false),
    /** When its times were last changed: who cannot come then may leave without a fault. */
    timesChangedAt: at('times_changed_at'),
    createdAt: at('created_at').notNull(),
    /** 32 random bytes in hex: its rotating codes are made from it. Never logged, shown to nobody but the desk. */
    secret: text('secret').notNull()
  },
  table => [
    check('shifts_never_oversold', sql`${table.taken} >= 0 and ${table.taken} <= ${table.capacity}`),
    index('shifts_activity').on(table.activityId, table.startsAt),
    index('shifts_starts').on(table.startsAt),
    index('shifts_ends').on(table.endsAt)
  ]
)
