import { View } from '@tarojs/components'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { communitiesByStreet } from '#app/features/places/communities-by-street'
import type { Locating, MyPlace } from '#app/features/places/use-my-place'
import { call } from '#app/platform/call-operation'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { locatingWords } from '#app/words/places'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './community-sheet.scss'

interface Props {
  isOpen: boolean
  onClose: () => void
  place: MyPlace | undefined
  isLocating: boolean
  locate: () => Promise<Locating>
  choose: (place: MyPlace) => void
}

function CommunityList({ place, choose, onClose }: Pick<Props, 'place' | 'choose' | 'onClose'>) {
  const areas = useAsked(() => call.places.listAreas({}), [])
  if (areas.state === 'waiting') return <Skeleton shape="lines" count={3} />
  if (!areas.value) return <ErrorState sentence={wordsForReading(areas.error)} action={wayOn(areas.error, areas.again)} />
  return (
    <View>
      {communitiesByStreet(areas.value.areas).map(({ street, communities }) => (
        <View key={street.areaId} className="community-sheet__street">
          <View className="community-sheet__name">{street.name}</View>
          <ListGroup>
            {communities.map(({ areaId, name }) => (
              <ListRow
                key={areaId}
                title={name}
                icon="building"
                role="radio"
                isSelected={place?.communityId === areaId}
                end={place?.communityId === areaId ? '现在看的' : undefined}
                onPress={() => {
                  choose({ communityId: areaId, communityName: name })
                  onClose()
                }}
              />
            ))}
          </ListGroup>
        </View>
      ))}
    </View>
  )
}

/** Which neighbourhood the home page is about. */
export function CommunitySheet({ isOpen, onClose, place, isLocating, locate, choose }: Props) {
  const takePosition = async () => {
    const outcome = await locate()
    if (outcome === 'found') onClose()
    else toast(locatingWords[outcome])
  }
  return (
    <BottomSheet isOpen={isOpen} onClose={onClose} title="你在哪个社区">
      <Button word="用我现在的位置" icon="locate" look="quiet" isLoading={isLocating} onPress={() => void takePosition()} />
      <CommunityList place={place} choose={choose} onClose={onClose} />
    </BottomSheet>
  )
}
