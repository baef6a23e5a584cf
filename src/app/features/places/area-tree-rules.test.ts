import type { Area } from '#contract/places'
import { branchesOf } from '#app/features/places/area-tree-rules'

const area = (areaId: string, parentId: string | null): Area => ({
  areaId,
  parentId,
  kind: 'grid',
  name: areaId,
  centre: { longitude: 0, latitude: 0 }
})

test('every area stands under its parent, one step deeper', () => {
  const branches = branchesOf([area('grid', 'community'), area('city', null), area('street', 'city'), area('community', 'street')])
  expect(branches.map(({ area: { areaId }, depth }) => [areaId, depth])).toEqual([
    ['city', 0],
    ['street', 1],
    ['community', 2],
    ['grid', 3]
  ])
})

test('an area whose parent is not known is shown, not lost', () => {
  expect(branchesOf([area('orphan', 'nowhere')])).toHaveLength(1)
})
