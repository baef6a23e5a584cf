import { and, asc, eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { QuestionDraft } from '#contract/quiz-shapes'
import type { DrawReason } from '#contract/quiz-states'
import type { Reading, Writing } from '#server/database/database'
import { questionVersions } from '#server/quizzes/bank/question-tables'
import { isTold } from '#server/quizzes/contests/contest-rules'
import type { ContestRow } from '#server/quizzes/contests/contest-store'
import { contests } from '#server/quizzes/contests/contest-tables'
import { listOpenFacts, lockLearners } from '#server/quizzes/learning/attempt-store'
import { attemptItems, attempts, factMemories, mistakes } from '#server/quizzes/learning/attempt-tables'

interface Answered {
  draft: QuestionDraft
  reason: DrawReason
  contest: Pick<ContestRow, 'state' | 'closesAt'> | null
}

/**
 * A person's learning for their own copy of their data. What is right stays with the bank; and whether an earlier answer was right is
 * left out while an open attempt asks for the same fact, or the contest it was given in is not over.
 */
export async function exportLearningOf(reading: Reading, personId: string, now: Date) {
  const { attemptId, mode, state, topic, contestId, isShown, businessDate, createdAt, finishedAt, score, points } = attempts
  const { answer, answeredAt, isRight, milliseconds } = attemptItems
  const { factId, dueAt, stabilityDays, difficulty, reviewCount, lapseCount, reviewedAt } = factMemories
  const openFacts = await listOpenFacts(reading, personId)
  const isWithheld = ({ draft, reason, contest }: Answered) =>
    draft.factIds.some(one => openFacts.has(one)) || (reason === 'contest' && !isTold(contest ?? undefined, now))
  return {
    attempts: await reading
      .select({ attemptId, mode, state, topic, contestId, isShown, businessDate, createdAt, finishedAt, score, points })
      .from(attempts)
      .where(eq(attempts.personId, personId))
      .orderBy(asc(createdAt), asc(attemptId)),
    answers: await reading
      .select({
        attemptId: attemptItems.attemptId,
        topic: attemptItems.topic,
        draft: questionVersions.draft,
        answer,
        answeredAt,
        isRight,
        milliseconds,
        reason: attemptItems.reason,
        contest: { state: contests.state, closesAt: contests.closesAt }
      })
      .from(attemptItems)
      .innerJoin(attempts, eq(attempts.attemptId, attemptItems.attemptId))
      .leftJoin(contests, eq(contests.contestId, attempts.contestId))
      .innerJoin(
        questionVersions,
        and(eq(questionVersions.questionId, attemptItems.questionId), eq(questionVersions.version, attemptItems.version))
      )
      .where(eq(attemptItems.personId, personId))
      .orderBy(asc(attemptItems.attemptId), asc(attemptItems.position))
      .then(rows =>
        rows.map(({ draft, reason, contest, ...row }) => ({
          ...row,
          stem: draft.stem,
          isRight: isWithheld({ draft, reason, contest }) ? null : row.isRight
        }))
      ),
    memories: await reading
      .select({ factId, topic: factMemories.topic, dueAt, stabilityDays, difficulty, reviewCount, lapseCount, reviewedAt })
      .from(factMemories)
      .where(eq(factMemories.personId, personId))
      .orderBy(asc(factId)),
    mistakes: await reading
      .select({ topic: mistakes.topic, wrongCount: mistakes.wrongCount, wrongAt: mistakes.wrongAt })
      .from(mistakes)
      .where(eq(mistakes.personId, personId))
      .orderBy(asc(mistakes.wrongAt))
  }
}

/**
 * The account is going: memory and mistakes go with it. Answers stay for what they say about questions, under a name that leads to
 * nobody; what was still open counts for nothing.
 */
export async function letGoOfLearning(writing: Writing, personId: string, now: Date): Promise<void> {
  await lockLearners(writing, [personId])
  await writing.delete(factMemories).where(eq(factMemories.personId, personId))
  await writing.delete(mistakes).where(eq(mistakes.personId, personId))
  await writing
    .update(attempts)
    .set({ state: 'void', finishedAt: now })
    .where(and(eq(attempts.personId, personId), eq(attempts.state, 'in_progress')))
  const nobody = { personId: `gone:${newId()}` }
  await writing.update(attempts).set(nobody).where(eq(attempts.personId, personId))
  await writing.update(attemptItems).set(nobody).where(eq(attemptItems.personId, personId))
}
