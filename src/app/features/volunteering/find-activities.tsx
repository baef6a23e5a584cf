import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Point } from '#contract/shapes'
import { Section } from '#app/components/section.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { ActivityList } from '#app/features/volunteering/activity-list.tsx'
import { boundsOf, cityDay, longDayWords, monthOf } from '#app/words/city-day'
import { DayCalendar } from '#app/features/volunteering/day-calendar.tsx'
import { FindBar, type Choice } from '#app/components/find-bar.tsx'
import { call } from '#app/platform/call-operation'
import { getPosition } from '#app/platform/location'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { iconForTopic, nearWords } from '#app/words/volunteering'
import './find-activities.scss'

const views = [
  { value: 'list', word: '列表' },
  { value: 'calendar', word: '日历' }
] as const
type Way = (typeof views)[number]['value']

interface Props {
  now: Date
  /** The neighbourhood this person looks at, where it is known. */
  place: { communityId: string; communityName: string } | undefined
  onChoosePlace: () => void
}

/** Near me: the position is asked for when it is pressed, and not before. */
function useNear() {
  const [near, setNear] = useState<Point | undefined>(undefined)
  const toggle = async () => {
    if (near) return setNear(undefined)
    const position = await getPosition()
    if (position.kind === 'found') setNear(position.point)
    else toast(nearWords[position.kind])
  }
  return { near, toggle }
}

/** Topics of what is coming, so that none of them leads to an empty list. */
function useTopics(communityId: string | undefined): string[] {
  const coming = useAsked(() => call.volunteering.listActivities({ ...(communityId && { communityId }) }), [communityId])
  return [...new Set(coming.value?.activities.map(({ topic }) => topic))]
}

function useFinding({ place, onChoosePlace }: Props) {
  const [isHere, setIsHere] = useState(false)
  const [topic, setTopic] = useState<string | undefined>(undefined)
  const { near, toggle } = useNear()
  const communityId = isHere ? place?.communityId : undefined
  const topics = useTopics(communityId)
  const where: Choice[] = [
    { word: '离我近的', icon: 'locate', isChosen: near !== undefined, onPress: () => void toggle() },
    place
      ? { word: place.communityName, icon: 'pin', isChosen: isHere, onPress: () => setIsHere(!isHere) }
      : { word: '选社区', icon: 'pin', isSwitch: false, onPress: () => (setIsHere(true), onChoosePlace()) },
    ...(place && isHere ? [{ word: '换社区', isSwitch: false, onPress: onChoosePlace }] : [])
  ]
  const what: Choice[] = topics.map(word => ({
    ...{ word, icon: iconForTopic(word), isChosen: topic === word },
    onPress: () => setTopic(topic === word ? undefined : word)
  }))
  const filter = { ...(communityId && { communityId }), ...(topic && { topic }), ...(near && { near }) }
  const isNarrowed = Object.keys(filter).length > 0
  const widen = () => {
    setIsHere(false)
    setTopic(undefined)
    if (near) void toggle()
  }
  return { where, what, filter, isNarrowed, widen }
}

type Finding = ReturnType<typeof useFinding>

function ByDay({ finding, now }: { finding: Finding; now: Date }) {
  const { communityId } = finding.filter
  const today = cityDay(now)
  const [month, setMonth] = useState(monthOf(today))
  const [chosen, setChosen] = useState(today)
  const counted = useAsked(() => call.volunteering.countByDay({ month, ...(communityId && { communityId }) }), [month, communityId])
  // What is over cannot be joined any more, so the days before today carry no number.
  const days = (counted.value?.days ?? []).filter(({ on }) => on >= today)
  // A month opens on its first day that has something.
  const firstDay = days.find(({ shiftCount }) => shiftCount > 0)?.on
  useEffect(() => {
    if (firstDay && !days.some(({ on }) => on === chosen)) setChosen(firstDay)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only another month moves the day somebody chose
  }, [firstDay])
  // The numbers count what the place allows; topic and distance narrow only the list below.
  const isNarrowed = finding.filter.topic !== undefined || finding.filter.near !== undefined
  const emptyDay =
    isNarrowed && days.some(({ on }) => on === chosen)
      ? { sentence: '这一天没有这样的时段', line: '放宽一点，就能看到这一天的。', action: { word: '看全部社区', onPress: finding.widen } }
      : { sentence: '这一天还没有时段', line: '日历上有数字的日子，都有人在等你。' }
  return (
    <View>
      <DayCalendar month={month} today={today} days={days} chosen={chosen} onChoose={setChosen} onMonth={setMonth} />
      <View className="find-activities__day" role="heading" aria-level={3}>
        {longDayWords(chosen)}
      </View>
      <ActivityList filter={{ ...finding.filter, ...boundsOf(chosen) }} now={now} empty={emptyDay} />
    </View>
  )
}

/** Everything somebody may sign up for: by list or by day, near, by neighbourhood and by topic. Works signed out. */
export function FindActivities(props: Props) {
  const finding = useFinding(props)
  const [view, setView] = useState<Way>('list')
  return (
    <Section title="找一个时段">
      <Segmented label="怎么看" options={views} value={view} onChange={setView} />
      <View className="find-activities__bars">
        <FindBar label="在哪里" choices={finding.where} />
        {finding.what.length > 1 && <FindBar label="做什么" choices={finding.what} />}
      </View>
      {view === 'calendar' ? (
        <ByDay finding={finding} now={props.now} />
      ) : (
        <ActivityList
          filter={finding.filter}
          now={props.now}
          empty={
            finding.isNarrowed
              ? {
                  sentence: '这样找，还没有合适的',
                  line: '放宽一点，别处也许有人正等你。',
                  action: { word: '看全部社区', onPress: finding.widen }
                }
              : { sentence: '眼下还没有新的时段', line: '社区发布新的志愿活动，就会出现在这里。过两天再来看看。' }
          }
        />
      )}
    </Section>
  )
}
