import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { AttendanceState, FlagKind, PresencePhase, PresenceSignal } from '#contract/volunteering-states'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Append-only: one proof of being there, at one end or between. What grades are made from. */
export const presenceFacts = pgTable(
  'presence_facts',
  {
    factId: text('fact_id').primaryKey(),
    shiftId: text('shift_id').notNull(),
    personId: text('person_id').notNull(),
    phase: text('phase').$type<PresencePhase>().notNull(),
    signals: jsonb('signals').$type<PresenceSignal[]>().notNull(),
    at: at('at').notNull(),
    /** Staff who scanned; empty where the person scanned. */
    staffId: text('staff_id'),
    deviceId: text('device_id'),
    /** Distance to the site, rounded to 10 m, and the accuracy: coordinates stand apart and go when the entry is final. */
    distanceMetres: integer('distance_metres'),
    accuracyMetres: integer('accuracy_metres'),
    /** Taken without network: the clock of the phone against the server's, and when it came in. */
    clockOffsetSeconds: integer('clock_offset_seconds'),
    receivedAt: at('received_at').notNull()
  },
  table => [index('presence_facts_shift').on(table.shiftId, table.personId), index('presence_facts_person').on(table.personId, table.at)]
)

/** Raw positions (个人信息保护法 Art. 28: sensitive), dropped when the entry becomes final. */
export const presencePositions = pgTable('presence_positions', {
  factId: text('fact_id').primaryKey(),
  personId: text('person_id').notNull(),
  longitude: text('longitude').notNull(),
  latitude: text('latitude').notNull()
})

/** Codes that were used, once each: per person for a code on site, per scan for a person's own. */
export const usedCodes = pgTable(
  'used_codes',
  { personId: text('person_id').notNull(), codeId: text('code_id').notNull(), at: at('at').notNull() },
  table => [primaryKey({ columns: [table.personId, table.codeId] }), index('used_codes_at').on(table.at)]
)

/** Tries at typed digits: five in ten minutes. */
export const digitTries = pgTable('digit_tries', { personId: text('person_id').notNull(), at: at('at').notNull() }, table => [
  index('digit_tries_person').on(table.personId, table.at)
])

/** Where an attendance stands; what happened are the facts. */
export const attendances = pgTable(
  'attendances',
  {
    shiftId: text('shift_id').notNull(),
    personId: text('person_id').notNull(),
    state: text('state').$type<AttendanceState>().notNull(),
    checkedInAt: at('checked_in_at'),
    checkedOutAt: at('checked_out_at'),
    disputeNote: text('dispute_note'),
    verifierId: text('verifier_id'),
    verifierNote: text('verifier_note'),
    stateSince: at('state_since').notNull()
  },
  table => [primaryKey({ columns: [table.shiftId, table.personId] }), index('attendances_person').on(table.personId, table.checkedInAt)]
)

/** One head-count a shift, at a moment the system picked. */
export const headCounts = pgTable('head_counts', {
  shiftId: text('shift_id').primaryKey(),
  counted: integer('counted').notNull(),
  present: integer('present').notNull(),
  at: at('at').notNull(),
  staffId: text('staff_id').notNull()
})

/** What a detector noticed. Never deleted; decided once. */
export const flags = pgTable(
  'flags',
  {
    flagId: text('flag_id').primaryKey(),
    kind: text('kind').$type<FlagKind>().notNull(),
    organisationId: text('organisation_id').notNull(),
    activityId: text('activity_id'),
    shiftId: text('shift_id'),
    /** Empty where it concerns the shift or the organisation as a whole. */
    personId: text('person_id'),
    entryId: text('entry_id'),
    facts: jsonb('facts').$type<Record<string, string | number>>().notNull(),
    /** Whether what it touches waits for a decision. */
    freezes: boolean('freezes').notNull(),
    at: at('at').notNull(),
    decision: text('decision').$type<'cleared' | 'upheld'>(),
    decidedBy: text('decided_by'),
    decidedAt: at('decided_at'),
    note: text('note')
  },
  table => [
    index('flags_organisation').on(table.organisationId, table.at.desc()),
    index('flags_shift').on(table.shiftId, table.personId),
    index('flags_at').on(table.at.desc(), table.flagId.desc())
  ]
)
