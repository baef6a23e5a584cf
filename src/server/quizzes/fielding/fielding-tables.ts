import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import type { nonResponseReasons } from '#contract/awareness-shapes'
import { waves, waveSamples } from '#server/quizzes/awareness/wave-tables'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const waveId = () =>
  text('wave_id')
    .notNull()
    .references(() => waves.waveId)
const sampleId = () =>
  text('sample_id')
    .notNull()
    .references(() => waveSamples.sampleId)

/** Who asks for a wave. */
export const waveInterviewers = pgTable(
  'wave_interviewers',
  {
    waveId: waveId(),
    personId: text('person_id').notNull(),
    namedBy: text('named_by').notNull(),
    namedAt: at('named_at').notNull(),
    removedAt: at('removed_at')
  },
  table => [primaryKey({ columns: [table.waveId, table.personId] }), index('wave_interviewers_person').on(table.personId)]
)

/** One of the sample in the hands of one interviewer, until it is answered, given back, or too long untouched. */
export const interviewHolds = pgTable(
  'interview_holds',
  {
    holdId: text('hold_id').primaryKey(),
    waveId: waveId(),
    sampleId: sampleId(),
    personId: text('person_id').notNull(),
    /** What the ids of this form are made of. It never leaves the server and opens nothing. */
    formKey: text('form_key').notNull(),
    takenAt: at('taken_at').notNull(),
    heldUntil: at('held_until').notNull(),
    releasedAt: at('released_at')
  },
  table => [
    // What the lock of the wave makes sure of, and the database holds to.
    uniqueIndex('interview_holds_open')
      .on(table.sampleId)
      .where(sql`released_at is null`),
    index('interview_holds_person').on(table.personId, table.waveId),
    index('interview_holds_due')
      .on(table.heldUntil)
      .where(sql`released_at is null`)
  ]
)

/** A visit or call that brought no answers. No position is kept. */
export const interviewAttempts = pgTable(
  'interview_attempts',
  {
    attemptId: text('attempt_id').primaryKey(),
    waveId: waveId(),
    sampleId: sampleId(),
    personId: text('person_id').notNull(),
    attemptedAt: at('attempted_at').notNull(),
    reason: text('reason').$type<(typeof nonResponseReasons)[number]>().notNull(),
    note: text('note')
  },
  table => [index('interview_attempts_sample').on(table.sampleId), index('interview_attempts_wave').on(table.waveId)]
)

/** Who took down the answers of one of the sample, and how it went: what shows interviews that never were. */
export const interviews = pgTable(
  'interviews',
  {
    sampleId: text('sample_id')
      .primaryKey()
      .references(() => waveSamples.sampleId),
    waveId: waveId(),
    personId: text('person_id').notNull(),
    recordedAt: at('recorded_at').notNull(),
    seconds: integer('seconds').notNull(),
    answerCount: integer('answer_count').notNull(),
    unknownCount: integer('unknown_count').notNull()
  },
  table => [index('interviews_wave').on(table.waveId, table.personId)]
)
