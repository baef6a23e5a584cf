import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { usePolite } from '#app/platform/use-polite'
import './survey-start.scss'

const promises: readonly { icon: IconName; sentence: string }[] = [
  { icon: 'shield', sentence: '不记名。不问你是谁，只看大家合在一起的结果。' },
  { icon: 'points', sentence: '不打分，也没有积分。答对答错都一样帮忙。' },
  { icon: 'question', sentence: '不知道就选“不知道”。这也是一个好答案。' }
]

/** Who asks, what for and what not, before the first question. */
export function SurveyStart({ title, count }: { title: string; count: number }) {
  const polite = usePolite()
  return (
    <View className="survey-start">
      <View className="survey-start__title" role="heading" aria-level={1}>
        {polite('想请你帮个小忙')}
      </View>
      <View className="survey-start__who">
        {`市创建文明城市办公室在做“${title}”，想知道大家对身边的规定了解多少。一共 ${count} 个小问题，两分钟左右。`}
      </View>
      <View className="survey-start__promises" role="list">
        {promises.map(({ icon, sentence }) => (
          <View key={icon} className="survey-start__promise" role="listitem">
            <Icon name={icon} size={22} className="survey-start__icon" />
            <Text className="survey-start__words">{polite(sentence)}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
