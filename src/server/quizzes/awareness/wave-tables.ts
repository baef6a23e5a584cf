import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import type { ageBands, nonResponseReasons, sexes, WavePlan, WaveReport, waveStates } from '#contract/awareness-shapes'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A question of a wave in the version everybody is asked, in the order of the form. */
export interface WaveQuestion {
  questionId: string
  version: number
}

/** A survey of what people know: its plan, its questions, and what it found once it is closed. */
export const waves = pgTable(
  'waves',
  {
    waveId: text('wave_id').primaryKey(),
    state: text('state').$type<(typeof waveStates)[number]>().notNull(),
    plan: jsonb('plan').$type<Omit<WavePlan, 'questionIds'>>().notNull(),
    questions: jsonb('questions').$type<WaveQuestion[]>().notNull(),
    sampleSize: integer('sample_size').notNull().default(0),
    createdAt: at('created_at').notNull(),
    openedAt: at('opened_at'),
    closedAt: at('closed_at'),
    /** Kept when fielding ends, so that it says the same for ever. */
    findings: jsonb('findings').$type<Omit<WaveReport, 'wave'>>()
  },
  table => [index('waves_newest').on(table.createdAt.desc(), table.waveId.desc())]
)

/** One to be asked. It says where somebody lives and how old they are, never who. */
export const waveSamples = pgTable(
  'wave_samples',
  {
    sampleId: text('sample_id').primaryKey(),
    waveId: text('wave_id')
      .notNull()
      .references(() => waves.waveId),
    communityId: text('community_id').notNull(),
    ageBand: text('age_band').$type<(typeof ageBands)[number]>().notNull(),
    sex: text('sex').$type<(typeof sexes)[number]>().notNull(),
    /** SHA-256 of the token, base64url. The token itself is with whoever is asked. */
    tokenDigest: text('token_digest').notNull(),
    answeredAt: at('answered_at'),
    nonResponseReason: text('non_response_reason').$type<(typeof nonResponseReasons)[number]>(),
    nonResponseNote: text('non_response_note'),
    nonResponseAt: at('non_response_at')
  },
  table => [uniqueIndex('wave_samples_token').on(table.tokenDigest), index('wave_samples_wave').on(table.waveId)]
)

/** One answer of one of the sample; without an option they said 不知道. Nothing leads from it to a person. */
export const waveAnswers = pgTable(
  'wave_answers',
  {
    sampleId: text('sample_id')
      .notNull()
      .references(() => waveSamples.sampleId),
    questionId: text('question_id').notNull(),
    version: integer('version').notNull(),
    optionId: text('option_id'),
    isRight: boolean('is_right').notNull()
  },
  table => [primaryKey({ columns: [table.sampleId, table.questionId] })]
)
