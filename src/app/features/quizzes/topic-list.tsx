import { Text, View } from '@tarojs/components'
import type { TopicKnowledge } from '#contract/quiz-shapes'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { MemoryBar } from '#app/features/quizzes/memory-bar.tsx'
import { iconForQuizTopic, memoryWords } from '#app/words/quizzes'
import './topic-list.scss'

interface Topic {
  topic: string
  questionCount: number
}

interface Props {
  topics: readonly Topic[]
  /** What is known of them, where somebody is signed in. */
  known?: readonly TopicKnowledge[]
  onStart: (topic: string) => void
}

function TopicRow({ topic, questionCount, known, onPress }: Topic & { known: TopicKnowledge | undefined; onPress: () => void }) {
  const memory = known && known.seenCount > 0 ? memoryWords(known) : undefined
  const line = memory ? `${memory.word} · 练过 ${known?.seenCount} 条，共 ${known?.factCount} 条` : `${questionCount} 道题`
  return (
    <Pressable className="topic-list__row" label={`${topic}，${line}`} onPress={onPress}>
      <View className="topic-list__inside">
        <Icon name={iconForQuizTopic(topic)} size={22} className="topic-list__icon" />
        <View className="topic-list__words">
          <View className="topic-list__topic">{topic}</View>
          <View className="topic-list__line">{line}</View>
          {memory && (
            <View className="topic-list__bar">
              <MemoryBar {...memory} />
            </View>
          )}
        </View>
        {memory && <Text className="topic-list__percent">{`${memory.percent}%`}</Text>}
        <Icon name="forward" size={18} className="topic-list__forward" />
      </View>
    </Pressable>
  )
}

/** Every topic, with how much of it is learnt; a tap begins to practise it. */
export function TopicList({ topics, known = [], onStart }: Props) {
  return (
    <View className="topic-list">
      {topics.map(one => (
        <TopicRow key={one.topic} {...one} known={known.find(({ topic }) => topic === one.topic)} onPress={() => onStart(one.topic)} />
      ))}
    </View>
  )
}
