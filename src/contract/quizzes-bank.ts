import * as v from 'valibot'
import { command, query } from '#contract/operation'
import { Fact, QuestionCard, QuestionDetail, QuestionDraft, Topic } from '#contract/quiz-shapes'
import { questionPools, questionStates, questionTypes } from '#contract/quiz-states'
import { Cursor, Id, line, onceKey, text, Version } from '#contract/shapes'

const Note = v.pipe(text(200), v.minLength(2))

/** The bank: editors write, somebody else reviews, a changed law suspends all that hangs on it. For editors and admins only. */
export const bankOperations = {
  listQuestions: query({
    summary: 'Questions of the bank, last changed first.',
    input: v.object({
      cursor: v.optional(Cursor),
      words: v.optional(line(40)),
      topic: v.optional(Topic),
      state: v.optional(v.picklist(questionStates)),
      type: v.optional(v.picklist(questionTypes)),
      pool: v.optional(v.picklist(questionPools)),
      factId: v.optional(Id)
    }),
    output: v.object({ questions: v.array(QuestionCard), nextCursor: v.optional(Cursor), totalCount: v.number() }),
    refusals: ['not-found']
  }),
  getQuestion: query({
    summary: 'One question with its key, its sources and what happened to it.',
    input: v.object({ questionId: Id }),
    output: QuestionDetail,
    refusals: ['not-found']
  }),
  saveQuestion: command({
    summary: 'Writes a new question, or a new version of one; a version is never changed. A form fault is named in `data.faults`.',
    input: v.object({ ...onceKey, questionId: v.optional(Id), version: v.optional(Version), draft: QuestionDraft }),
    output: QuestionCard,
    refusals: ['not-found', 'stale-version', 'question-faults']
  }),
  moveQuestion: command({
    summary: 'Reviews, returns, opens, suspends or retires a question, by the table of moves.',
    input: v.object({ questionId: Id, version: Version, to: v.picklist(questionStates), note: v.optional(Note) }),
    output: QuestionCard,
    refusals: ['not-found', 'stale-version', 'move-not-allowed', 'same-person', 'note-needed']
  }),
  listFacts: query({
    summary: 'Facts with their law and article and how many questions hang on each.',
    input: v.object({ cursor: v.optional(Cursor), words: v.optional(line(40)), topic: v.optional(Topic) }),
    output: v.object({ facts: v.array(Fact), nextCursor: v.optional(Cursor) }),
    refusals: ['not-found']
  }),
  suspendFact: command({
    summary: 'The law changed: everything that hangs on this fact stops being asked, until the fact is resumed.',
    input: v.object({ factId: Id, isSuspended: v.boolean(), note: Note }),
    output: Fact,
    refusals: ['not-found', 'already-done']
  })
}
