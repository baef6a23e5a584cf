import { Coming } from '#app/components/coming.tsx'
import { Screen } from '#app/components/screen.tsx'
import { switchTab } from '#app/platform/navigation'

export default function QuizPage() {
  return (
    <Screen title="答题" tab="/pages/quiz/index">
      <Coming
        scene="lantern"
        title="每天三题，正在出"
        sentence="身边的规矩和常识，答着答着就记住了。"
        parts={[
          { icon: 'bulb', word: '说得明白', line: '答完就告诉你为什么，出处写在下面。' },
          { icon: 'history', word: '记得长久', line: '快忘的题会自己回来，会了的不再烦你。' },
          { icon: 'people', word: '一家人一起', line: '孩子和老人都有合适的题，字可以放到最大。' }
        ]}
        when="下一版开放，到时这里就是第一题。"
        action={{ word: '先看看城里的变化', onPress: () => switchTab('/pages/home/index') }}
      />
    </Screen>
  )
}
