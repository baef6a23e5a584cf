import { View } from '@tarojs/components'
import type { InterviewWave } from '#contract/quizzes-fielding'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip, type Tone } from '#app/components/state-chip.tsx'
import type { IconName } from '#app/components/icon-names'
import { unitsInOrder, type Standing, type StandingUnit } from '#app/features/fielding/interview-rules'
import { InterviewQueue } from '#app/features/fielding/interview-queue.tsx'
import type { Interviews } from '#app/features/fielding/use-interviews'
import { useNow } from '#app/platform/use-now'
import { channelWords } from '#app/words/awareness'
import { attemptWords, whomWords } from '#app/words/fielding'
import { dayWords } from '#app/words/time-words'
import './interview-list.scss'

const chips: Record<Standing, { tone: Tone; word: string; icon?: IconName }> = {
  begun: { tone: 'wait', word: '答到一半' },
  new: { tone: 'info', word: '还没去', icon: 'home' },
  again: { tone: 'wait', word: '再去一次' },
  waits: { tone: 'wait', word: '等网络送出', icon: 'offline' },
  over: { tone: 'good', word: '不用再去' }
}

interface Props {
  interviews: Interviews
  onOpen: (sampleId: string) => void
  onTake: (wave: InterviewWave) => void
}

/** What is in one's hands, wave by wave, and what still waits for the network. */
export function InterviewList({ interviews, onOpen, onTake }: Props) {
  const { kept, entries } = interviews
  return (
    <View>
      <InterviewQueue interviews={interviews} />
      {kept.waves.length === 0 && (
        <EmptyState scene="street" sentence="现在没有要你去访问的调查" line="办公室把你列为访问员、调查开始以后，这里就会出现。" />
      )}
      {kept.waves.map(wave => (
        <Wave key={wave.waveId} wave={wave} units={unitsInOrder(wave, kept.drafts, entries)} onOpen={onOpen} onTake={() => onTake(wave)} />
      ))}
    </View>
  )
}

function Wave({
  wave,
  units,
  onOpen,
  onTake
}: {
  wave: InterviewWave
  units: StandingUnit[]
  onOpen: Props['onOpen']
  onTake: () => void
}) {
  const now = useNow()
  const closes = dayWords(`${wave.closesOn}T12:00:00+08:00`, now)
  return (
    <Section title={wave.title} action={{ word: '领取', onPress: onTake }}>
      <View className="interview-list__line">{`${channelWords[wave.channel]} · 做到${closes} · 你完成了 ${wave.doneCount} 户`}</View>
      {units.length === 0 ? (
        <View className="interview-list__none">手里没有户。点“领取”，领一个社区的几户带在手机里，没有网络也能访问。</View>
      ) : (
        <ListGroup>
          {units.map(({ unit, standing, attempts }) => (
            <ListRow
              key={unit.sampleId}
              title={`${unit.number} 号`}
              line={[whomWords(unit), unit.communityName, ...attempts.slice(-1).map(one => attemptWords(one, now))].join(' · ')}
              end={<StateChip {...chips[standing]} />}
              {...(standing !== 'waits' && { onPress: () => onOpen(unit.sampleId) })}
            />
          ))}
        </ListGroup>
      )}
    </Section>
  )
}
