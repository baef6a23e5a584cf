import { View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import type { Mark } from '#app/features/quizzes/verdict-rules'
import { usePolite } from '#app/platform/use-polite'
import '#app/components/option-row.scss'
import './marked-option.scss'

const shapes = { right: 'check', missed: 'check', wrong: 'close', plain: undefined } as const
const words: Record<Mark, string> = { right: '你选对了', missed: '正确答案', wrong: '你选的', plain: '' }

interface MarkedProps {
  text: string
  mark: Mark
  /** In place of the usual words. */
  line?: string
}

/** An option once the answer is locked: what it was by shape, word and colour. */
export function MarkedOption({ text, mark, line = words[mark] }: MarkedProps) {
  const shape = shapes[mark]
  const polite = usePolite()
  return (
    <View className={`option-row option-row--${mark}`} role="listitem">
      <View className="option-row__inside">
        <View className="option-row__mark" aria-hidden>
          {shape && <Icon name={shape} size={16} />}
        </View>
        <View className="option-row__text">
          <View>{text}</View>
          {line && <View className="option-row__line">{polite(line)}</View>}
        </View>
      </View>
    </View>
  )
}
