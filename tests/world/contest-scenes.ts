import type { Attempt } from '#contract/quiz-shapes'
import { quizzes } from '#contract/quizzes'
import type { ContestPlan, PlannedContest } from '#contract/quizzes-contests'
import type { Actor } from '#world/actor'
import { draftOf, rightAnswer, wrongAnswer } from '#world/quiz-scenes'
import type { World } from '#world/world'

/** A moment so many minutes from the world's now. */
export const inMinutes = (world: World, minutes: number) => new Date(world.now.getTime() + minutes * 60_000)

/** A plan that opens now and closes in an hour: ten items, twenty minutes. */
export const planOf = (world: World, more: Partial<ContestPlan> = {}): ContestPlan => ({
  ...{ title: '文明知识竞赛', minutes: 20, opensAt: world.now.toISOString(), closesAt: inMinutes(world, 60).toISOString() },
  strata: [
    { topic: '交通文明', count: 4 },
    { type: 'true-false', count: 3 },
    { difficulty: 1, count: 3 }
  ],
  ...more
})

export const draftContest = async (world: World, more: Partial<ContestPlan> = {}): Promise<PlannedContest> =>
  (await world.as('editor')).ask(quizzes.saveContest)({ plan: planOf(world, more) })

/** A contest that an editor wrote and an admin published. */
export async function holdContest(world: World, more: Partial<ContestPlan> = {}): Promise<string> {
  const { contest, version } = await draftContest(world, more)
  await (await world.as('admin')).ask(quizzes.publishContest)({ contestId: contest.contestId, version })
  return contest.contestId
}

export const start = (actor: Actor, contestId: string, isShown?: boolean): Promise<Attempt> =>
  actor.ask(quizzes.startContest)({ contestId, ...(isShown !== undefined && { isShown }) })

/** Locks answers to some of a paper's items: the first `rightCount` rightly, the others wrongly. */
export async function answerItems(world: World, actor: Actor, { attemptId, items }: Attempt, rightCount: number, count = items.length) {
  for (const [n, { itemId }] of items.slice(0, count).entries()) {
    const draft = await draftOf(world, itemId)
    await actor.ask(quizzes.answerItem)({ attemptId, itemId, answer: n < rightCount ? rightAnswer(draft) : wrongAnswer(draft) })
  }
}

export const finish = (actor: Actor, { attemptId }: Attempt) => actor.ask(quizzes.finishAttempt)({ attemptId })

/** Takes part from beginning to end. */
export async function takePart(world: World, actor: Actor, contestId: string, rightCount: number, isShown?: boolean) {
  const attempt = await start(actor, contestId, isShown)
  await answerItems(world, actor, attempt, rightCount)
  return { attempt, ended: await finish(actor, attempt) }
}
