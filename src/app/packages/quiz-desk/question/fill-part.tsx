import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { FILLS_MAX } from '#app/features/question-bank/question-fault-rules'
import type { QuestionForm } from '#app/features/question-bank/question-form-rules'
import { FormPlacePart } from '#app/packages/quiz-desk/question/form-place-part.tsx'
import './options-part.scss'

// Longer than what is accepted, so that a fault is told instead of cutting in silence.
const ENTRY_LENGTH_MAX = 30

interface Props {
  form: QuestionForm
  faults: readonly string[]
  onChange: (more: Partial<QuestionForm>) => void
}

/** The words that count as right, each way of writing them. */
export function FillPart({ form: { texts }, faults, onChange }: Props) {
  const change = (place: number, text: string) => onChange({ texts: texts.map((one, index) => (index === place ? text : one)) })
  return (
    <FormPlacePart place="fill" line="算对的写法都写上，如 18 和 十八。空格、标点、大小写不用管。" faults={faults}>
      <View className="options-part">
        {texts.map((text, place) => (
          <View key={place} className="options-part__row">
            <View className="options-part__text">
              <TextField
                label={`第 ${place + 1} 种写法`}
                isLabelHidden
                placeholder={place === 0 ? '最常见的写法' : '另一种写法'}
                value={text}
                onChange={typed => change(place, typed)}
                lengthMax={ENTRY_LENGTH_MAX}
              />
            </View>
            <Pressable
              className="options-part__tool"
              label={`去掉第 ${place + 1} 种写法`}
              isDisabled={texts.length <= 1}
              onPress={() => onChange({ texts: texts.filter((_, index) => index !== place) })}
            >
              <Icon name="close" size={18} />
            </Pressable>
          </View>
        ))}
      </View>
      {texts.length < FILLS_MAX && (
        <View className="form-place__under">
          <Button word="加一种写法" icon="plus" look="quiet" isNarrow onPress={() => onChange({ texts: [...texts, ''] })} />
        </View>
      )}
    </FormPlacePart>
  )
}
