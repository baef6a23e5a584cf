import { useState } from 'react'
import type { Fact } from '#contract/quiz-shapes'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

/** A topic has some forty facts; what is further away keeps its number. */
const PAGES_MAX = 4

async function factsOfTopic(topic: string): Promise<Fact[]> {
  let page = await call.quizzes.listFacts({ topic })
  const facts = [...page.facts]
  for (let read = 1; read < PAGES_MAX && page.nextCursor; read++) {
    page = await call.quizzes.listFacts({ topic, cursor: page.nextCursor })
    facts.push(...page.facts)
  }
  return facts
}

/** What facts of a topic say, of which only the ids are known; empty until it is read, and where nothing is asked for. */
export function useNamedFacts(factIds: readonly string[], topic: string | undefined): ReadonlyMap<string, Fact> {
  const [none] = useState<ReadonlyMap<string, Fact>>(() => new Map())
  const isAsked = factIds.length > 0 && topic !== undefined
  const asked = useAsked(async () => {
    const facts = isAsked ? await factsOfTopic(topic) : []
    return new Map(facts.filter(({ factId }) => factIds.includes(factId)).map(fact => [fact.factId, fact]))
  }, [factIds.join(), topic])
  return asked.value ?? none
}
