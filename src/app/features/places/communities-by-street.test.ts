import type { Area } from '#contract/places'
import { communitiesByStreet } from '#app/features/places/communities-by-street'

const area = (areaId: string, kind: Area['kind'], parentId: string | null): Area => ({
  areaId,
  kind,
  name: areaId,
  parentId,
  centre: { longitude: 0, latitude: 0 }
})

test('communities stand under their own street, and a street without any is not shown', () => {
  const areas = [
    area('city', 'city', null),
    area('north', 'street', 'city'),
    area('empty', 'street', 'city'),
    area('south', 'street', 'city'),
    area('lake', 'community', 'south'),
    area('hill', 'community', 'north'),
    area('hill-1', 'grid', 'hill')
  ]
  expect(communitiesByStreet(areas).map(({ street, communities }) => [street.areaId, communities.map(one => one.areaId)])).toEqual([
    ['north', ['hill']],
    ['south', ['lake']]
  ])
})
