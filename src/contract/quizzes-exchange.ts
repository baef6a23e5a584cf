import * as v from 'valibot'
import { command, query } from '#contract/operation'
import { Topic } from '#contract/quiz-shapes'
import { draftFaults, questionStates } from '#contract/quiz-states'
import { Id, IdempotencyKey } from '#contract/shapes'

/** Questions of one file; what is longer is split. */
export const IMPORT_ROWS_MAX = 2_000
/** As much of a faulty value as is told back in a preview. */
export const IMPORT_VALUE_LENGTH = 40

/** What may be wrong with a row beyond what may be wrong with a question. */
export const importFaults = [
  ...draftFaults,
  /** The file as a whole. */
  ...(['format-unknown', 'head-missing', 'column-missing', 'column-twice', 'no-rows', 'too-many-rows', 'too-many-columns'] as const),
  ...([
    'quote-broken',
    'formula',
    'cell-merged',
    'cell-unreadable',
    'number-format-unknown',
    'character-unreadable',
    'beyond-columns'
  ] as const),
  ...(['type-unknown', 'pool-unknown', 'difficulty-unknown', 'key-unreadable', 'option-skipped'] as const),
  ...(['stem-missing', 'key-missing', 'explanation-missing', 'fact-missing', 'too-many-facts', 'duplicate-stem'] as const),
  /** GIFT and Aiken: what they can say and a question of this bank cannot, then what breaks their grammar. */
  ...([
    'matching-not-possible',
    'numerical-not-possible',
    'essay-not-possible',
    'description-not-possible',
    'weight-not-possible'
  ] as const),
  ...(['brace-open', 'answers-twice', 'answer-mark-missing', 'answer-line-missing', 'line-not-understood'] as const)
] as const

/** `line` and `column` count from 1: row and column of a table, line and character of a text. */
export const ImportFault = v.object({
  line: v.number(),
  column: v.number(),
  reason: v.picklist(importFaults),
  /** The beginning of what stands there; in a preview only. */
  value: v.optional(v.string())
})
export type ImportFault = v.InferOutput<typeof ImportFault>

/** Questions come and go as files. For editors and admins only. */
export const exchangeOperations = {
  importQuestions: command({
    summary:
      'Takes the questions of an uploaded file (XLSX, CSV, GIFT or Aiken) as drafts: all of them or none. A dry run only tells every fault. The same file again gives the same answer.',
    input: v.object({
      fileId: Id,
      dryRun: v.boolean(),
      /** The fact of questions that name none; GIFT and Aiken have no column for it. */
      factId: v.optional(Id),
      idempotencyKey: v.optional(IdempotencyKey)
    }),
    /** `rows` counts the questions of the file. */
    output: v.object({ rows: v.number(), faults: v.array(ImportFault) }),
    refusals: ['not-found', 'import-faults']
  }),
  exportQuestions: query({
    summary: 'Where the questions of the bank can be downloaded for ten minutes; GIFT leaves out what it cannot say, and names it.',
    input: v.object({
      format: v.picklist(['xlsx', 'csv', 'gift']),
      topic: v.optional(Topic),
      state: v.optional(v.picklist(questionStates))
    }),
    output: v.object({ url: v.string() }),
    refusals: ['not-found']
  }),
  getImportTemplate: query({
    summary: 'Where an empty table to fill in can be downloaded for ten minutes.',
    input: v.object({ format: v.picklist(['xlsx', 'csv']) }),
    output: v.object({ url: v.string() }),
    refusals: ['not-found']
  })
}
