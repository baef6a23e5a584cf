import { index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Grade, HourEntryState, HourSource } from '#contract/volunteering-states'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/**
 * Append-only and chained: `hash` covers every column but itself and the hash of the entry before, so an edit or a gap shows.
 * Where an entry stands (notice, final, frozen) is in `hour_standings`, which may change.
 */
export const hourEntries = pgTable(
  'hour_entries',
  {
    entryId: text('entry_id').primaryKey(),
    /** 1, 2, 3 … without gaps over the whole city. */
    sequence: integer('sequence').notNull(),
    personId: text('person_id').notNull(),
    shiftId: text('shift_id').notNull(),
    activityId: text('activity_id').notNull(),
    organisationId: text('organisation_id').notNull(),
    businessDate: text('business_date').notNull(),
    minutes: integer('minutes').notNull(),
    grade: text('grade').$type<Grade>().notNull(),
    source: text('source').$type<HourSource>().notNull(),
    reason: text('reason'),
    /** `presence` where the facts speak; the person who typed it in otherwise. */
    authorId: text('author_id').notNull(),
    approverId: text('approver_id').notNull(),
    reversesId: text('reverses_id'),
    at: at('at').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull()
  },
  table => [
    uniqueIndex('hour_entries_sequence').on(table.sequence),
    uniqueIndex('hour_entries_reverses').on(table.reversesId),
    index('hour_entries_person').on(table.personId, table.at.desc(), table.entryId.desc()),
    index('hour_entries_shift').on(table.shiftId, table.personId),
    index('hour_entries_organisation').on(table.organisationId, table.businessDate)
  ]
)

export const hourStandings = pgTable(
  'hour_standings',
  {
    entryId: text('entry_id').primaryKey(),
    personId: text('person_id').notNull(),
    state: text('state').$type<HourEntryState>().notNull(),
    noticeUntil: at('notice_until').notNull(),
    finalAt: at('final_at'),
    auditOutcome: text('audit_outcome').$type<'right' | 'wrong'>(),
    auditDrawnAt: at('audit_drawn_at'),
    auditNote: text('audit_note')
  },
  table => [
    index('hour_standings_notice').on(table.state, table.noticeUntil),
    index('hour_standings_person').on(table.personId, table.state)
  ]
)

/** Hours typed in by one person, waiting for a second. Accepted ones become an entry with the same id. */
export const hourProposals = pgTable(
  'hour_proposals',
  {
    entryId: text('entry_id').primaryKey(),
    shiftId: text('shift_id').notNull(),
    personId: text('person_id').notNull(),
    minutes: integer('minutes').notNull(),
    reason: text('reason').notNull(),
    photoIds: jsonb('photo_ids').$type<string[]>().notNull(),
    authorId: text('author_id').notNull(),
    authorRole: text('author_role').notNull(),
    at: at('at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: at('decided_at'),
    decision: text('decision').$type<'approve' | 'decline'>(),
    note: text('note')
  },
  table => [uniqueIndex('hour_proposals_once').on(table.shiftId, table.personId), index('hour_proposals_waiting').on(table.decidedAt)]
)
