import { useState } from 'react'
import { Screen } from '#app/components/screen.tsx'
import { CommunitySheet } from '#app/features/places/community-sheet.tsx'
import { useMyPlace } from '#app/features/places/use-my-place'
import { FindActivities } from '#app/features/volunteering/find-activities.tsx'
import { MyNext } from '#app/features/volunteering/my-next.tsx'
import { useMyShifts } from '#app/features/volunteering/use-my-shifts'
import { VolunteerHead } from '#app/features/volunteering/volunteer-head.tsx'
import { usePullToRefresh } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useNow } from '#app/platform/use-now'

export default function VolunteerPage() {
  const now = useNow()
  const person = usePerson()
  const mine = useMyShifts()
  const myPlace = useMyPlace()
  const [isChoosing, setIsChoosing] = useState(false)
  usePullToRefresh(mine.again)
  return (
    <Screen title="志愿" tab="/pages/volunteer/index">
      {person && <VolunteerHead />}
      {person && <MyNext key={person.personId} mine={mine} now={now} />}
      <FindActivities now={now} place={myPlace.place} onChoosePlace={() => setIsChoosing(true)} />
      <CommunitySheet isOpen={isChoosing} onClose={() => setIsChoosing(false)} {...myPlace} />
    </Screen>
  )
}
