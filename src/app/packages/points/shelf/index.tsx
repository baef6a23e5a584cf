import { View } from '@tarojs/components'
import { useState } from 'react'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Screen } from '#app/components/screen.tsx'
import { CommunitySheet } from '#app/features/places/community-sheet.tsx'
import { useMyPlace } from '#app/features/places/use-my-place'
import { EARN_PATH, REDEMPTIONS_PATH } from '#app/features/rewards/paths'
import { Shelf } from '#app/features/rewards/shelf.tsx'
import { call } from '#app/platform/call-operation'
import { go } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useAsked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import './index.scss'

function Mine() {
  const { value } = useAsked(() => call.points.getMyPoints({}), [])
  return (
    <ListGroup>
      <ListRow icon="points" title="我的积分" end={value ? `${value.available} 分` : '—'} onPress={() => go('/pages/points/index')} />
      <ListRow icon="gift" title="我的兑换" onPress={() => go(REDEMPTIONS_PATH)} />
    </ListGroup>
  )
}

export default function ShelfPage() {
  const now = useNow()
  const person = usePerson()
  const myPlace = useMyPlace()
  const [isChoosing, setIsChoosing] = useState(false)
  return (
    <Screen title="积分超市" width="wide">
      {person ? (
        <Mine key={person.personId} />
      ) : (
        <ListGroup>
          <ListRow icon="points" title="怎么得积分" onPress={() => go(EARN_PATH)} />
        </ListGroup>
      )}
      <View className="shelf-page__list">
        <Shelf now={now} place={myPlace.place} onChoosePlace={() => setIsChoosing(true)} />
      </View>
      <CommunitySheet isOpen={isChoosing} onClose={() => setIsChoosing(false)} {...myPlace} />
    </Screen>
  )
}
