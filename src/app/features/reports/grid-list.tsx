import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Area } from '#contract/places'
import type { Point } from '#contract/shapes'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { useAreas } from '#app/features/reports/use-areas'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './grid-list.scss'

interface LevelProps {
  areas: readonly Area[]
  parent: Area | undefined
  onOpen: (area: Area) => void
  onChoose: (point: Point) => void
}

const childrenOf = (areas: readonly Area[], parentId: string | null) => areas.filter(area => area.parentId === parentId)

/** Communities under their streets, or the grids of one community. */
function Level({ areas, parent, onOpen, onChoose }: LevelProps) {
  if (parent)
    return (
      <ListGroup>
        {childrenOf(areas, parent.areaId).map(grid => (
          <ListRow key={grid.areaId} title={grid.name} icon="pin" onPress={() => onChoose(grid.centre)} />
        ))}
      </ListGroup>
    )
  return (
    <View>
      {areas
        .filter(area => area.kind === 'street')
        .map(street => (
          <View key={street.areaId} className="grid-list__street">
            <View className="grid-list__name">{street.name}</View>
            <ListGroup>
              {childrenOf(areas, street.areaId).map(community => (
                <ListRow key={community.areaId} title={community.name} icon="building" onPress={() => onOpen(community)} />
              ))}
            </ListGroup>
          </View>
        ))}
    </View>
  )
}

/** The way to a place without any position: community, then grid; its middle is the point. */
export function GridList({ onChoose }: { onChoose: (point: Point) => void }) {
  const areas = useAreas()
  const [parent, setParent] = useState<Area | undefined>(undefined)
  if (areas.state === 'waiting' && !areas.value) return <Skeleton shape="lines" count={3} />
  if (!areas.value) return <ErrorState sentence={wordsForReading(areas.error)} action={wayOn(areas.error, areas.again)} />
  return (
    <View className="grid-list">
      {parent && (
        <ListGroup>
          <ListRow title={`${parent.name}的网格`} line="换一个社区" icon="back" onPress={() => setParent(undefined)} />
        </ListGroup>
      )}
      <Level areas={areas.value} parent={parent} onOpen={setParent} onChoose={onChoose} />
    </View>
  )
}
