import type { Choice } from '#app/components/choice-field.tsx'

/** One line of what a unit covers: which area, and there which category, group or `*` for all. */
export interface Covered {
  areaId: string
  covers: string
}

/** A line as somebody adds it, perhaps half filled. */
export type TypedCovered = Partial<Covered>

export const keyOf = ({ areaId, covers }: Covered) => `${areaId} ${covers}`

const wordOf = (choices: readonly Choice[], value: string) => choices.find(choice => choice.value === value)?.word ?? value

/** Lines in the words of the lists to choose from, in the order of those lists. */
export function coverageInWords(coverage: readonly Covered[], areas: readonly Choice[], covers: readonly Choice[]) {
  const placeOf = (choices: readonly Choice[], value: string) => choices.findIndex(choice => choice.value === value)
  return [...coverage]
    .sort((a, b) => placeOf(areas, a.areaId) - placeOf(areas, b.areaId) || placeOf(covers, a.covers) - placeOf(covers, b.covers))
    .map(row => ({ row, key: keyOf(row), what: wordOf(covers, row.covers), where: wordOf(areas, row.areaId) }))
}

/** What a unit covers after its form is saved: what it had without what was let go, and what was added whole. */
export function coverageAfter(present: readonly Covered[], dropped: ReadonlySet<string>, added: readonly TypedCovered[]): Covered[] {
  const whole = added.flatMap(({ areaId, covers }) => (areaId && covers ? [{ areaId, covers }] : []))
  const all = [...present.filter(row => !dropped.has(keyOf(row))), ...whole]
  return [...new Map(all.map(row => [keyOf(row), row])).values()]
}

/** Whether a line was begun and not finished: saved like that it would be lost without a word. */
export const isHalfFilled = ({ areaId, covers }: TypedCovered) => (areaId === undefined) !== (covers === undefined)
