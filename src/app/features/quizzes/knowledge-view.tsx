import { Text, View } from '@tarojs/components'
import type { TopicKnowledge } from '#contract/quiz-shapes'
import { Pressable } from '#app/components/pressable.tsx'
import { MemoryBar } from '#app/features/quizzes/memory-bar.tsx'
import { inNeed, sumOf } from '#app/features/quizzes/knowledge-rules'
import { startPractising } from '#app/features/quizzes/use-quiz-home'
import { usePolite } from '#app/platform/use-polite'
import { memoryWords, tomorrowWords } from '#app/words/quizzes'
import './knowledge-view.scss'

function TopicMap({ known }: { known: TopicKnowledge }) {
  const memory = memoryWords(known)
  const { topic, seenCount, factCount, dueCount } = known
  const amount = memory.percent === undefined ? memory.word : `${memory.word}，共 ${factCount} 条`
  const line = [`练过 ${seenCount} 条，共 ${factCount} 条`, dueCount > 0 && `${dueCount} 条该温习`].filter(Boolean).join(' · ')
  return (
    <View role="listitem">
      <Pressable
        className="knowledge-view__topic"
        label={`${topic}，${amount}，${line}，去练`}
        onPress={() => void startPractising({ mode: 'topic', topic })}
      >
        <View className="knowledge-view__head">
          <Text className="knowledge-view__name">{topic}</Text>
          <Text className={`knowledge-view__word knowledge-view__word--${memory.tone}`}>{memory.word}</Text>
        </View>
        <MemoryBar {...memory} />
        <View className="knowledge-view__line">{line}</View>
      </Pressable>
    </View>
  )
}

interface Props {
  topics: readonly TopicKnowledge[]
  dueTomorrowCount: number
}

/** My map of topics: how much I have learnt of all, what is due, and how much I have seen. */
export function KnowledgeView({ topics, dueTomorrowCount }: Props) {
  const polite = usePolite()
  const { seenCount, learnedCount, factCount, dueCount } = sumOf(topics)
  return (
    <View>
      <View className="knowledge-view__sum">
        <View className="knowledge-view__label">{polite('你学会了')}</View>
        <View className="knowledge-view__number">{seenCount === 0 ? '还没练过' : `${learnedCount} 条`}</View>
        <View className="knowledge-view__line">
          {`${factCount} 条知识里练过 ${seenCount} 条${dueCount > 0 ? `，${dueCount} 条到了温习的时候` : ''}`}
        </View>
        {dueTomorrowCount > 0 && <View className="knowledge-view__line">{tomorrowWords(dueTomorrowCount)}</View>}
      </View>
      <View className="knowledge-view__why">上次答对、还不到温习时候的，算学会。人会慢慢忘，快忘的时候，题目会自己回来。</View>
      <View role="list">
        {inNeed(topics).map(known => (
          <TopicMap key={known.topic} known={known} />
        ))}
      </View>
    </View>
  )
}
