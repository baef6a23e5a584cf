import { sql } from 'drizzle-orm'
import type { Answer, Attempt, Locked, QuestionDraft } from '#contract/quiz-shapes'
import { quizzes } from '#contract/quizzes'
import type { Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import type { World } from '#world/world'

/** The version behind an item, as the database has it: what no operation may tell before the answer is locked. */
export async function draftOf(world: World, itemId: string): Promise<QuestionDraft> {
  const [row] = await askDatabase(
    world.database,
    sql`select v.draft from attempt_items i join question_versions v using (question_id, version) where i.item_id = ${itemId}`
  )
  if (!row) throw new Error(`there is no item ${itemId}`)
  return row.draft as QuestionDraft
}

export const rightAnswer = ({ key }: QuestionDraft): Answer => ('texts' in key ? { text: key.texts[0] as string } : key)

/** An answer that could be meant and is not right. */
export function wrongAnswer({ key, options = [], bins = [] }: QuestionDraft): Answer {
  if ('texts' in key) return { text: '不知道' }
  if ('order' in key) return { order: [...key.order].reverse() }
  if ('optionIds' in key) return { optionIds: [options.find(option => !key.optionIds.includes(option.optionId))?.optionId as string] }
  const next = (binId: string | undefined) => bins[(bins.findIndex(bin => bin.binId === binId) + 1) % bins.length]?.binId as string
  return { bins: Object.fromEntries(options.map(({ optionId }) => [optionId, next(key.bins[optionId])])) }
}

export async function answer(world: World, actor: Actor, attemptId: string, itemId: string, isRight: boolean) {
  const draft = await draftOf(world, itemId)
  const reply = await actor.ask(quizzes.answerItem)({ attemptId, itemId, answer: isRight ? rightAnswer(draft) : wrongAnswer(draft) })
  return reply as Locked & { next?: Attempt['items'][number] }
}

/** Answers what is left of an attempt and ends it: the first `rightCount` rightly, the others wrongly. */
export async function answerAll(world: World, actor: Actor, attempt: Attempt, rightCount = attempt.items.length) {
  for (const [n, item] of attempt.items.entries()) await answer(world, actor, attempt.attemptId, item.itemId, n < rightCount)
  return actor.ask(quizzes.finishAttempt)({ attemptId: attempt.attemptId })
}

/** A whole daily five. */
export const liveDaily = async (world: World, actor: Actor, rightCount?: number) =>
  answerAll(world, actor, await actor.ask(quizzes.startDaily)({}), rightCount)
