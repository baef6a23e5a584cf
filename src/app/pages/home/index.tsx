import { View } from '@tarojs/components'
import { useState } from 'react'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { MyProgress } from '#app/features/home/my-progress.tsx'
import { PlaceHead } from '#app/features/home/place-head.tsx'
import { PublishedList } from '#app/features/home/published-list.tsx'
import { QuickButtons } from '#app/features/home/quick-buttons.tsx'
import { CommunitySheet } from '#app/features/places/community-sheet.tsx'
import { useMyPlace } from '#app/features/places/use-my-place'
import { JustSent } from '#app/features/reports/just-sent.tsx'
import { useSentReports } from '#app/features/reports/sending-notes'
import { useCategories } from '#app/features/reports/use-categories'
import { call } from '#app/platform/call-operation'
import { go } from '#app/platform/navigation'
import { useOutbox } from '#app/platform/outbox'
import { usePerson } from '#app/platform/session'
import { useTextScale } from '#app/platform/text-scale'
import { useAsked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import { outboxWords } from '#app/words/report-states'
import { wordsForReading } from '#app/words/refusals'
import { greetingWords } from '#app/words/time-words'

/** How many of each stand on the screen; 长辈版 shows fewer things at once. */
const shownMax = (isElder: boolean) => (isElder ? { mine: 1, results: 2 } : { mine: 3, results: 6 })

function Quick() {
  const { categories, error, again } = useCategories()
  return (
    <Section title="看到什么，拍一张">
      {categories && <QuickButtons categories={categories} />}
      {!categories && error === undefined && <Skeleton shape="buttons" />}
      {error !== undefined && <ErrorState sentence={wordsForReading(error)} action={{ word: '再试一次', onPress: () => void again() }} />}
    </Section>
  )
}

function Mine({ now, countMax }: { now: Date; countMax: number }) {
  // One that has just gone out of the outbox stands here at once.
  const sentCount = Object.keys(useSentReports()).length
  const mine = useAsked(() => call.reports.listMyReports({}), [sentCount])
  if (mine.state === 'waiting' && !mine.value) return <Skeleton shape="rows" />
  if (!mine.value?.reports.length) return null
  return (
    <Section title="你的上报" action={{ word: '全部', onPress: () => go('/pages/my-reports/index') }}>
      <MyProgress reports={mine.value.reports.slice(0, countMax)} now={now} />
    </Section>
  )
}

function Waiting() {
  const waiting = useOutbox().length
  if (waiting === 0) return null
  return (
    <View className="home__waiting">
      <ListGroup>
        <ListRow
          icon="offline"
          title={`${waiting} 条待发送`}
          line={outboxWords.queued.sentence}
          onPress={() => go('/pages/my-reports/index')}
        />
      </ListGroup>
    </View>
  )
}

export default function HomePage() {
  const now = useNow()
  const person = usePerson()
  const myPlace = useMyPlace()
  const countMax = shownMax(useTextScale().choice.isElder)
  const [isChoosing, setIsChoosing] = useState(false)
  return (
    <Screen title="首页" tab="/pages/home/index" isTitleHidden>
      <PlaceHead
        greeting={person ? `${greetingWords(now)}，${person.displayName}` : greetingWords(now)}
        place={myPlace.place}
        onPress={() => setIsChoosing(true)}
      />
      <JustSent />
      <Waiting />
      {person && <Mine key={person.personId} now={now} countMax={countMax.mine} />}
      <Quick />
      <PublishedList communityId={myPlace.place?.communityId} now={now} countMax={countMax.results} />
      <CommunitySheet isOpen={isChoosing} onClose={() => setIsChoosing(false)} {...myPlace} />
    </Screen>
  )
}
