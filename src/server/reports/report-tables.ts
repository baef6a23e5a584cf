import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex
} from 'drizzle-orm/pg-core'
import type { ReportActor } from '#contract/report-moves'
import type { PhotoKind } from '#contract/report-shapes'
import type { HandlingMode, ReportState } from '#contract/report-states'
import type { Point } from '#contract/shapes'
import { areas } from '#server/places/places-tables'
import type { KeptClocks, ReportClock } from '#server/reports/report-clock'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const reportNumbers = pgSequence('report_numbers', { startWith: 1 })

/** What a unit asks for when it cannot go on. */
export interface SuspensionRequest {
  reasonCode: string
  note?: string
  reviewOn: string
  askedAt: string
  askedBy: string
}

/** What a correction changed, as it was and as it is; places in WGS-84 degrees. */
export interface Correction {
  category?: { from: { code: string; version: number }; to: { code: string; version: number } }
  place?: { from: Point & { gridId: string }; to: Point & { gridId: string } }
}

/** The present state of every report; `report_history` is what it can be replayed from. */
export const reports = pgTable(
  'reports',
  {
    reportId: text('report_id').primaryKey(),
    number: text('number').notNull(),
    state: text('state').$type<ReportState>().notNull(),
    version: integer('version').notNull(),
    mode: text('mode').$type<HandlingMode>().notNull(),
    categoryCode: text('category_code').notNull(),
    categoryVersion: integer('category_version').notNull(),
    longitude: doublePrecision('longitude').notNull(),
    latitude: doublePrecision('latitude').notNull(),
    /** The place was chosen as a grid: the point is its middle, and `landmark` says where it really is. */
    isApproximate: boolean('is_approximate').notNull().default(false),
    landmark: text('landmark'),
    /** Always an area of the city, retired or not: a list that meets one without its grid cannot be shown. */
    gridId: text('grid_id')
      .notNull()
      .references(() => areas.areaId),
    communityId: text('community_id').notNull(),
    streetId: text('street_id').notNull(),
    cityId: text('city_id').notNull(),
    /** Empty once the reporter deleted their account. */
    reporterId: text('reporter_id'),
    showsNameToUnit: boolean('shows_name_to_unit').notNull(),
    /** The key the phone sent it under, what was sent (a digest) and what was answered: the same key gives that answer as long as this lives. */
    submitKey: text('submit_key'),
    submitDigest: text('submit_digest'),
    firstDueAt: at('first_due_at'),
    /** Found by staff on their own round, not by a resident. */
    isSelfFound: boolean('is_self_found').notNull(),
    text: text('text'),
    coverFileId: text('cover_file_id'),
    submittedAt: at('submitted_at').notNull(),
    observedAt: at('observed_at').notNull(),
    stateSince: at('state_since').notNull(),
    /** `due_at` where the state has one, else `state_since`: what lists are sorted by. */
    sortAt: at('sort_at').notNull(),
    dueAt: at('due_at'),
    clock: jsonb('clock').$type<ReportClock>(),
    keptClocks: jsonb('kept_clocks').$type<KeptClocks>().notNull(),
    escalation: integer('escalation').notNull(),
    nextEscalationAt: at('next_escalation_at'),
    overdueMinutes: doublePrecision('overdue_minutes').notNull(),
    unitId: text('unit_id'),
    handlerId: text('handler_id'),
    firstCloserId: text('first_closer_id'),
    rejecterId: text('rejecter_id'),
    returnCount: integer('return_count').notNull(),
    /** How often it was taken back from whoever had it, apart from what units returned themselves. */
    recallCount: integer('recall_count').notNull().default(0),
    reworkCount: integer('rework_count').notNull(),
    upheldCount: integer('upheld_count').notNull(),
    objectionFrom: text('objection_from').$type<'closed' | 'rejected'>(),
    masterId: text('master_id'),
    mergedCount: integer('merged_count').notNull(),
    followerCount: integer('follower_count').notNull(),
    question: text('question'),
    suspensionRequest: jsonb('suspension_request').$type<SuspensionRequest>(),
    /** Which closing this is: 1 at first, one more after every upheld objection. Points are keyed by it. */
    closingRound: integer('closing_round').notNull(),
    closedAt: at('closed_at'),
    pointsReleaseAt: at('points_release_at'),
    rating: integer('rating'),
    ratingComment: text('rating_comment'),
    recurrenceOf: text('recurrence_of'),
    recurrenceDueAt: at('recurrence_due_at'),
    recurrence: text('recurrence').$type<'stayed-solved' | 'came-back'>(),
    publishedAt: at('published_at'),
    publishedSummary: text('published_summary'),
    publishedBeforeId: text('published_before_id'),
    publishedAfterId: text('published_after_id')
  },
  table => [
    uniqueIndex('reports_number').on(table.number),
    uniqueIndex('reports_submit_key').on(table.reporterId, table.submitKey),
    index('reports_work').on(table.state, table.sortAt, table.reportId),
    index('reports_work_street').on(table.streetId, table.state, table.sortAt, table.reportId),
    index('reports_work_community').on(table.communityId, table.state, table.sortAt, table.reportId),
    index('reports_work_unit').on(table.unitId, table.state, table.sortAt, table.reportId),
    index('reports_near').on(table.categoryCode, table.latitude),
    index('reports_escalation')
      .on(table.nextEscalationAt)
      .where(sql`${table.nextEscalationAt} is not null`),
    index('reports_release')
      .on(table.pointsReleaseAt)
      .where(sql`${table.pointsReleaseAt} is not null`),
    index('reports_recurrence')
      .on(table.recurrenceDueAt)
      .where(sql`${table.recurrenceDueAt} is not null`),
    index('reports_published')
      .on(table.publishedAt.desc(), table.reportId.desc())
      .where(sql`${table.publishedAt} is not null`),
    index('reports_master')
      .on(table.masterId)
      .where(sql`${table.masterId} is not null`)
  ]
)

/** Append-only: a trigger refuses update and delete. `version` is the report's version after the move. */
export const reportHistory = pgTable(
  'report_history',
  {
    reportId: text('report_id')
      .notNull()
      .references(() => reports.reportId),
    version: integer('version').notNull(),
    at: at('at').notNull(),
    from: text('from_state').$type<ReportState>(),
    to: text('to_state').$type<ReportState>().notNull(),
    role: text('role').$type<ReportActor>().notNull(),
    actorId: text('actor_id'),
    unitId: text('unit_id'),
    ruleId: text('rule_id'),
    reasonCode: text('reason_code'),
    note: text('note'),
    referredTo: text('referred_to'),
    referenceNumber: text('reference_number'),
    masterId: text('master_id'),
    /** What was put right about category or place, without a move. */
    correction: jsonb('correction').$type<Correction>(),
    photoIds: jsonb('photo_ids').$type<string[]>().notNull()
  },
  table => [primaryKey({ columns: [table.reportId, table.version] }), index('report_history_actor').on(table.actorId)]
)

export const reportPhotos = pgTable(
  'report_photos',
  {
    reportId: text('report_id')
      .notNull()
      .references(() => reports.reportId),
    fileId: text('file_id').notNull(),
    kind: text('kind').$type<PhotoKind>().notNull(),
    position: integer('position').notNull(),
    addedBy: text('added_by'),
    takenAt: at('taken_at').notNull()
  },
  table => [primaryKey({ columns: [table.reportId, table.fileId] }), index('report_photos_file').on(table.fileId)]
)

/** Whom a report belongs to: its reporter and its followers. What "my reports" lists. */
export const reportPeople = pgTable(
  'report_people',
  {
    reportId: text('report_id')
      .notNull()
      .references(() => reports.reportId),
    personId: text('person_id').notNull(),
    relation: text('relation').$type<'reporter' | 'follower'>().notNull(),
    since: at('since').notNull()
  },
  table => [
    primaryKey({ columns: [table.reportId, table.personId] }),
    index('report_people_person').on(table.personId, table.since.desc(), table.reportId.desc())
  ]
)

/** One objection per person and closing (or rejection): what comes after an upheld one is a new fact. */
export const reportObjections = pgTable(
  'report_objections',
  {
    reportId: text('report_id').notNull(),
    personId: text('person_id').notNull(),
    closingRound: integer('closing_round').notNull().default(1),
    at: at('at').notNull()
  },
  table => [primaryKey({ columns: [table.reportId, table.personId, table.closingRound] })]
)

/** Who was told that time is running out, once per clock and level. */
export const reportEscalations = pgTable(
  'report_escalations',
  {
    reportId: text('report_id').notNull(),
    version: integer('version').notNull(),
    level: integer('level').notNull(),
    tells: text('tells').notNull(),
    at: at('at').notNull()
  },
  table => [primaryKey({ columns: [table.reportId, table.version, table.level] })]
)

/** Clues counted by place, never by person. */
export const hotSpots = pgTable(
  'hot_spots',
  {
    reportId: text('report_id').primaryKey(),
    categoryCode: text('category_code').notNull(),
    gridId: text('grid_id').notNull(),
    longitude: doublePrecision('longitude').notNull(),
    latitude: doublePrecision('latitude').notNull(),
    at: at('at').notNull()
  },
  table => [index('hot_spots_grid').on(table.gridId, table.categoryCode)]
)
