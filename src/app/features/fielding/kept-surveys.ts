import type { Choice, Choices, FormItem } from '#app/features/fielding/form-rules'
import { observed, useObserved } from '#app/platform/observed'
import { storage, type KeyValueStore } from '#app/platform/storage'

const KEY = 'surveys'
const KEPT_MAX = 4

/** `sent`: it arrived. `used`: the link had been answered before. `closed`: it works no more, or never did. */
export type SurveyOutcome = 'sent' | 'used' | 'closed'

/** A survey on this phone. Once it has an outcome, what was answered is forgotten. */
export interface KeptSurvey {
  token: string
  title: string
  items: readonly FormItem[]
  choices: Choices
  /** The question on the screen; as many as there are questions is the look over all; absent before the first. */
  place?: number
  outcome?: SurveyOutcome
}

/** Surveys that are answered on this phone, so that a call, a closed page or a dead line loses no answer. */
export function makeKeptSurveys(store: KeyValueStore) {
  const kept = observed<readonly KeptSurvey[]>(store.read<KeptSurvey[]>(KEY) ?? [])
  const save = (next: readonly KeptSurvey[]) => {
    kept.set(next)
    try {
      store.write(KEY, next)
    } catch {
      // A full phone keeps nothing; what is on the screen can still be sent.
    }
  }
  const change = (token: string, act: (one: KeptSurvey) => KeptSurvey) =>
    save(kept.get().map(one => (one.token === token ? act(one) : one)))
  const others = (token: string) => kept.get().filter(one => one.token !== token)
  return {
    kept,
    /** The form of a token. What was answered on it stays. */
    begin(token: string, { title, items }: Pick<KeptSurvey, 'title' | 'items'>) {
      const known = kept.get().find(one => one.token === token)
      if (known && !known.outcome) return change(token, one => ({ ...one, title, items }))
      save([{ token, title, items, choices: {} }, ...others(token)].slice(0, KEPT_MAX))
    },
    choose: (token: string, itemId: string, choice: Choice) =>
      change(token, one => ({ ...one, choices: { ...one.choices, [itemId]: choice } })),
    goTo: (token: string, place: number | undefined) =>
      change(token, ({ place: _, ...one }) => ({ ...one, ...(place !== undefined && { place }) })),
    end: (token: string, outcome: SurveyOutcome) =>
      save([{ token, title: '', items: [], choices: {}, outcome }, ...others(token)].slice(0, KEPT_MAX))
  }
}

export const keptSurveys = makeKeptSurveys(storage)

export const useKeptSurvey = (token: string): KeptSurvey | undefined => useObserved(keptSurveys.kept).find(one => one.token === token)
