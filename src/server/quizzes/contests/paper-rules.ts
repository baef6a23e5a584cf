import type { QuestionType } from '#contract/quiz-states'
import type { ContestStratum } from '#contract/quizzes-contests'
import { shuffled, type Candidate, type Chance, type Drawn } from '#server/quizzes/learning/draw-rules'

export interface PaperCandidate extends Candidate {
  type: QuestionType
}

/** So many ways to leave out questions of several facts are tried before a fact may come twice; few of them are tried in all ways. */
const TRIES_MAX = 64

export const fitsStratum = ({ topic, type, difficulty }: PaperCandidate, stratum: ContestStratum): boolean =>
  (stratum.topic ?? topic) === topic && (stratum.type ?? type) === type && (stratum.difficulty ?? difficulty) === difficulty

/** Which place of the paper has taken what; a place is an index into `places`, which holds the stratum of each. */
type Taken<Node> = Map<Node, number>

/**
 * Finds room for every place that has none yet, moving others along where that makes room (augmenting paths, Kuhn 1955): what is
 * left over afterwards has no room in any way. It goes on from what is taken already, and lets go of none of those places.
 * @param choices what each stratum may take, in the order it is preferred.
 */
function fill<Node>(places: readonly number[], choices: readonly (readonly Node[])[], taken: Taken<Node>): void {
  const settle = (place: number, tried: Set<Node>): boolean => {
    const mine = choices[places[place] as number] as readonly Node[]
    const free = mine.find(node => !taken.has(node))
    if (free !== undefined) return Boolean(taken.set(free, place))
    return mine.some(node => {
      if (tried.has(node)) return false
      tried.add(node)
      return settle(taken.get(node) as number, tried) && Boolean(taken.set(node, place))
    })
  }
  const settled = new Set(taken.values())
  for (const place of places.keys()) if (!settled.has(place)) settle(place, new Set())
}

/** Facts that some question asks for together count as one: at most one question of each such bundle never asks for a fact twice. */
function bundlesOf(candidates: readonly PaperCandidate[]): (candidate: PaperCandidate) => string {
  const parent = new Map<string, string>()
  const rootOf = (factId: string): string => {
    const up = parent.get(factId) ?? factId
    if (up === factId) return factId
    const root = rootOf(up)
    parent.set(factId, root)
    return root
  }
  for (const { factId, factIds } of candidates) for (const other of factIds) parent.set(rootOf(other), rootOf(factId))
  return ({ factId }) => rootOf(factId)
}

const asksSeveral = ({ factIds }: PaperCandidate) => new Set(factIds).size > 1

/** Which questions of several facts are left out in each try: none, all, then others; where they are few, every way there is. */
function* leftOut(several: readonly PaperCandidate[], chance: Chance): Generator<ReadonlySet<PaperCandidate>> {
  yield new Set()
  if (several.length === 0) return
  yield new Set(several)
  const isFew = 2 ** several.length <= TRIES_MAX
  for (let way = 1; way < (isFew ? 2 ** several.length - 1 : TRIES_MAX); way += 1)
    yield new Set(several.filter((_, n) => (isFew ? (way >> n) & 1 : chance() < 0.5)))
}

function grouped(candidates: readonly PaperCandidate[], groupOf: (candidate: PaperCandidate) => string): Map<string, PaperCandidate[]> {
  const groups = new Map<string, PaperCandidate[]>()
  for (const candidate of candidates) {
    const group = groups.get(groupOf(candidate))
    if (group) group.push(candidate)
    else groups.set(groupOf(candidate), [candidate])
  }
  return groups
}

/** Whether there are main facts enough for every place; without that some fact must come twice. */
function hasFactsEnough(places: readonly number[], fitting: readonly (readonly PaperCandidate[])[]): boolean {
  const taken: Taken<string> = new Map()
  fill(
    places,
    fitting.map(mine => [...new Set(mine.map(candidate => candidate.factId))]),
    taken
  )
  return taken.size === places.length
}

/** A draw in which no fact comes twice, as far as it goes. */
function drawApart(places: readonly number[], fitting: readonly (readonly PaperCandidate[])[], chance: Chance): Taken<PaperCandidate> {
  const bundleOf = bundlesOf(fitting.flat())
  const ofBundle = fitting.map(mine => grouped(mine, bundleOf))
  const taken: Taken<string> = new Map()
  fill(
    places,
    ofBundle.map(bundles => shuffled([...bundles.keys()], chance)),
    taken
  )
  return new Map(
    [...taken].map(([bundle, place]) => {
      const [one] = shuffled(ofBundle[places[place] as number]?.get(bundle) ?? [], chance)
      if (!one) throw new Error(`the place ${place} took a bundle without a question for it`)
      return [one, place] as const
    })
  )
}

/**
 * Draws a paper: of each stratum as many as it wants, no question twice, and no fact twice where that can be avoided. Strata may
 * overlap; if there is a draw at all, one is found.
 * @returns what was drawn, in an order of chance, and the strata (their places) that got fewer than they want.
 */
export function drawStrata(
  candidates: readonly PaperCandidate[],
  strata: readonly ContestStratum[],
  chance: Chance
): { drawn: PaperCandidate[]; lacking: number[] } {
  const fitting = strata.map(stratum => shuffled(candidates, chance).filter(candidate => fitsStratum(candidate, stratum)))
  // Those with the least to choose from first, so that seldom anybody has to move along.
  const byNeed = [...strata.keys()].sort((a, b) => (fitting[a]?.length ?? 0) - (fitting[b]?.length ?? 0))
  const places = byNeed.flatMap(stratum => Array<number>(strata[stratum]?.count ?? 0).fill(stratum))
  let best: Taken<PaperCandidate> = new Map()
  let isAvoidableKnown: boolean | undefined
  const isAvoidable = () => (isAvoidableKnown ??= hasFactsEnough(places, fitting))
  for (const out of leftOut([...new Set(fitting.flat())].filter(asksSeveral), chance)) {
    const taken = drawApart(
      places,
      fitting.map(mine => mine.filter(candidate => !out.has(candidate))),
      chance
    )
    if (taken.size > best.size) best = taken
    if (best.size === places.length || !isAvoidable()) break
  }
  // Only here a fact may come twice: for places that found no room otherwise.
  if (best.size < places.length) fill(places, fitting, best)
  const filled = new Set(best.values())
  const lacking = new Set([...places.entries()].flatMap(([place, stratum]) => (filled.has(place) ? [] : [stratum])))
  return { drawn: shuffled([...best.keys()], chance), lacking: [...lacking].sort((a, b) => a - b) }
}

/** Strata for which the bank has too few questions now, others considered: their places in the plan. */
export const lackingStrata = (candidates: readonly PaperCandidate[], strata: readonly ContestStratum[]): number[] =>
  drawStrata(candidates, strata, () => 0).lacking

const widened: readonly ((stratum: ContestStratum) => ContestStratum)[] = [
  stratum => stratum,
  ({ difficulty: _, ...rest }) => rest,
  ({ difficulty: _, type: __, ...rest }) => rest,
  ({ count }) => ({ count })
]

/**
 * A paper for one person. Where the bank lost questions since the contest was published, what is lacking comes from questions like
 * them: of any difficulty, then of any type, then of any topic; everybody's paper keeps its length as long as the bank allows.
 */
export function drawPaper(candidates: readonly PaperCandidate[], strata: readonly ContestStratum[], chance: Chance): Drawn[] {
  const lacking = new Set<number>()
  let paper: PaperCandidate[] = []
  for (const widen of widened) {
    const draw = drawStrata(
      candidates,
      strata.map((stratum, n) => (lacking.has(n) ? widen(stratum) : stratum)),
      chance
    )
    paper = draw.drawn
    if (draw.lacking.length === 0) break
    for (const n of draw.lacking) lacking.add(n)
  }
  return paper.map(candidate => ({ ...candidate, reason: 'contest', mayEarn: false }))
}
