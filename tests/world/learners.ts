import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFacts } from '#server/quizzes/bank/fact-file'
import { parseQuestionFile } from '#server/quizzes/bank/question-file-rules'
import {
  drawDaily,
  shuffled,
  weakTopicOf,
  type Candidate,
  type Chance,
  type Learner,
  type TopicShare
} from '#server/quizzes/learning/draw-rules'
import { afterAnswer, isDue, retrievabilityOf, type Memory } from '#server/quizzes/learning/memory-rules'
import { seeded, type MindOf, type TrueMemory } from '#world/true-memory'

const DAY_MILLISECONDS = 86_400_000
/** As long as the product looks back for a weak topic. */
const SHARES_DAYS = 30
export const ANSWERS_PER_DAY = 5
const FIRST_MORNING = Date.parse('2026-03-02T09:00:00+08:00')
/** Whoever does not know it guesses among the options. */
const GUESSED_RIGHT = 0.25

/** The questions of the shipped bank that practice may ask. */
export function shippedCandidates(directory = 'content'): Candidate[] {
  const topics = new Map(parseFacts(readFileSync(join(directory, 'facts.csv'), 'utf8')).map(fact => [fact.factId, fact.topic]))
  const folder = join(directory, 'questions')
  const files = readdirSync(folder).filter(name => name.endsWith('.jsonl'))
  return files.sort().flatMap(name =>
    parseQuestionFile(readFileSync(join(folder, name), 'utf8'), name)
      .filter(question => question.pool === 'practice' && question.state === 'active')
      .map(({ questionId, factIds, difficulty }) => {
        const factId = factIds[0] ?? ''
        return { questionId, version: 1, factId, factIds, topic: topics.get(factId) ?? '', difficulty }
      })
  )
}

/** What the product knows of one person. */
class Practiser {
  readonly memories = new Map<string, Memory>()
  readonly seenAt = new Map<string, number>()
  readonly answers: { topic: string; isRight: boolean; at: number }[] = []

  learnerOn(now: Date): Learner {
    const known = [...this.memories].map(
      ([factId, memory]) => [factId, { isDue: isDue(memory, now), retrievability: retrievabilityOf(memory, now) }] as const
    )
    return { memories: new Map(known), seenAt: this.seenAt, openFacts: new Set() }
  }

  sharesOn(now: Date): TopicShare[] {
    const shares = new Map<string, TopicShare>()
    for (const { topic, isRight, at } of this.answers) {
      if (at < now.getTime() - SHARES_DAYS * DAY_MILLISECONDS) continue
      const before = shares.get(topic) ?? { topic, rightCount: 0, answerCount: 0 }
      shares.set(topic, { topic, rightCount: before.rightCount + Number(isRight), answerCount: before.answerCount + 1 })
    }
    return [...shares.values()]
  }

  note({ factId, questionId, topic }: Candidate, isRight: boolean, now: Date): void {
    this.memories.set(factId, afterAnswer(this.memories.get(factId), isRight, now))
    this.seenAt.set(questionId, now.getTime())
    this.answers.push({ topic, isRight, at: now.getTime() })
  }
}

/** Which questions somebody answers on a day. */
export type Way = (candidates: readonly Candidate[], practiser: Practiser, now: Date, chance: Chance) => readonly Candidate[]

/** As the product draws a daily five. */
export const asTheProduct: Way = (candidates, practiser, now, chance) =>
  drawDaily(candidates, practiser.learnerOn(now), weakTopicOf(practiser.sharesOn(now), []), chance)

/** Five by chance, of different facts, as if nothing were known of anybody. */
export const atRandom: Way = (candidates, _practiser, _now, chance) => {
  const byFact = new Map(shuffled(candidates, chance).map(candidate => [candidate.factId, candidate]))
  return shuffled([...byFact.values()], chance).slice(0, ANSWERS_PER_DAY)
}

/** Five by chance among these facts only. */
export const atRandomOf =
  (factIds: ReadonlySet<string>): Way =>
  (candidates, practiser, now, chance) =>
    atRandom(
      candidates.filter(({ factId }) => factIds.has(factId)),
      practiser,
      now,
      chance
    )

export interface Learned {
  answers: number
  /** The facts that were asked. */
  seen: ReadonlySet<string>
  /** Facts of the bank that would be recalled, on average, the morning after the last day, and thirty days later without practice. */
  recalledAfter: number
  recalledLater: number
  /** Of the facts that were asked, the share that would be recalled that morning. */
  retained: number
}

/** One person practises day by day. The person and the chance of guessing are the same whichever way they practise. */
export function practise(
  candidates: readonly Candidate[],
  way: Way,
  { mindOf, learner, days }: { mindOf: MindOf; learner: number; days: number }
): Learned {
  const chance = seeded(learner * 7919 + 1)
  const factIds = [...new Set(candidates.map(candidate => candidate.factId))]
  const minds = new Map<string, TrueMemory>(factIds.map((factId, fact) => [factId, mindOf(learner, fact)]))
  const practiser = new Practiser()
  for (let day = 0; day < days; day += 1)
    for (const [place, asked] of way(candidates, practiser, new Date(FIRST_MORNING + day * DAY_MILLISECONDS), chance).entries()) {
      const now = new Date(FIRST_MORNING + day * DAY_MILLISECONDS + place * 60_000)
      const mind = minds.get(asked.factId) as TrueMemory
      const isRecalled = chance() < mind.recallAt(now)
      const isGuessed = chance() < GUESSED_RIGHT
      practiser.note(asked, isRecalled || isGuessed, now)
      mind.learn(now, isRecalled)
    }
  const seen = new Set(practiser.memories.keys())
  const recalledOn = (day: number, of: Iterable<string>) => {
    const morning = new Date(FIRST_MORNING + day * DAY_MILLISECONDS)
    return [...of].reduce((sum, factId) => sum + (minds.get(factId)?.recallAt(morning) ?? 0), 0)
  }
  return {
    ...{ answers: practiser.answers.length, seen },
    ...{ recalledAfter: recalledOn(days, factIds), recalledLater: recalledOn(days + 30, factIds) },
    retained: recalledOn(days, seen) / seen.size
  }
}

/** The mean over a class, and how far the mean of the recalled facts may be off by chance (standard error). */
export function meanOf(learned: readonly Learned[]) {
  const mean = (of: (one: Learned) => number) => learned.reduce((sum, one) => sum + of(one), 0) / learned.length
  const recalledAfter = mean(one => one.recalledAfter)
  return {
    ...{ answers: mean(one => one.answers), factsSeen: mean(one => one.seen.size) },
    ...{ recalledAfter, recalledLater: mean(one => one.recalledLater), retained: mean(one => one.retained) },
    error: Math.sqrt(mean(one => (one.recalledAfter - recalledAfter) ** 2) / learned.length)
  }
}

/** Questions about the first so many facts of a bank. */
export function courseOf(candidates: readonly Candidate[], factCount: number): Candidate[] {
  const factIds = new Set([...new Set(candidates.map(candidate => candidate.factId))].slice(0, factCount))
  return candidates.filter(candidate => factIds.has(candidate.factId))
}
