import { useAreaTree, useUnits } from '#app/features/places/use-area-tree'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import type { Choice } from '#app/components/choice-field.tsx'

/** Areas, units and categories as lists to choose from; empty until they are there. */
export function useChoices() {
  const branches = useAreaTree()
  const units = useUnits()
  const categories = useAsked(async () => (await call.reports.listCategories({})).categories, [])
  const areaChoices: Choice[] = (branches.value ?? []).map(({ area, depth }) => ({ value: area.areaId, word: area.name, depth }))
  const unitChoices: Choice[] = (units.value ?? []).map(({ unitId, name }) => ({ value: unitId, word: name }))
  const sorted = [...(categories.value ?? [])].sort((a, b) => (a.code < b.code ? -1 : 1))
  const categoryChoices: Choice[] = sorted.map(({ code, name }) => ({ value: code, word: name }))
  const groups = new Map(sorted.map(({ groupCode, groupName }) => [groupCode, groupName]))
  const coverChoices: Choice[] = [
    { value: '*', word: '所有类别' },
    ...[...groups].flatMap(([code, name]) => [
      { value: code, word: `${name}（整组）` },
      ...sorted.filter(({ groupCode }) => groupCode === code).map(({ code: value, name: word }) => ({ value, word, depth: 1 }))
    ])
  ]
  return { areaChoices, unitChoices, categoryChoices, coverChoices, units, categories }
}
