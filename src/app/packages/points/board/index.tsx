import { useState } from 'react'
import { Screen } from '#app/components/screen.tsx'
import { CommunitySheet } from '#app/features/places/community-sheet.tsx'
import { useMyPlace } from '#app/features/places/use-my-place'
import { BoardView } from '#app/features/rewards/board-view.tsx'

export default function BoardPage() {
  const myPlace = useMyPlace()
  const [isChoosing, setIsChoosing] = useState(false)
  return (
    <Screen title="社区贡献榜">
      <BoardView communityId={myPlace.place?.communityId} onChoosePlace={() => setIsChoosing(true)} />
      <CommunitySheet isOpen={isChoosing} onClose={() => setIsChoosing(false)} {...myPlace} />
    </Screen>
  )
}
