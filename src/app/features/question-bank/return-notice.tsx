import { View } from '@tarojs/components'
import type { QuestionCard } from '#contract/quiz-shapes'
import { Notice } from '#app/components/notice.tsx'
import { useNow } from '#app/platform/use-now'
import { momentWords } from '#app/words/time-words'
import './return-notice.scss'

interface Props {
  returned: NonNullable<QuestionCard['returned']>
  isMine: boolean
}

/** What somebody who looked at a draft wants changed before they look again. */
export function ReturnNotice({ returned: { at, actor, note }, isMine }: Props) {
  const by = `${[actor, momentWords(at, useNow())].filter(Boolean).join(' · ')} 退回`
  return (
    <Notice tone="bad" icon="undo">
      <View className="return-notice__note">{`要改：${note}`}</View>
      <View>{isMine ? `${by}。改好存下，就再交给人审。` : `${by}。`}</View>
    </Notice>
  )
}
