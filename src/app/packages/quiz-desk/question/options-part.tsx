import { View } from '@tarojs/components'
import type { QuestionType } from '#contract/quiz-states'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { lengths, optionCounts } from '#app/features/question-bank/question-fault-rules'
import {
  moved,
  shownOptions,
  withMark,
  withOption,
  type FormOption,
  type QuestionForm
} from '#app/features/question-bank/question-form-rules'
import { ChipChoice } from '#app/components/chip-choice.tsx'
import { FormPlacePart } from '#app/packages/quiz-desk/question/form-place-part.tsx'
import './options-part.scss'

const lines: Partial<Record<QuestionType, string>> = {
  single: '点左边的圈，标出对的那一个。答题时次序会打乱。',
  multiple: '点左边的框，把对的都标上。答题时次序会打乱。',
  'true-false': '题干里的说法对不对？',
  order: '从上到下就是对的次序，答题时会打乱。',
  bins: '写出每一项，再点它该放进哪一格。'
}

interface Props {
  form: QuestionForm
  faults: readonly string[]
  onChange: (more: Partial<QuestionForm>) => void
}

/** The options with their key: marked, or by where they stand, or by the bin each goes into. */
export function OptionsPart({ form, faults, onChange }: Props) {
  const { type } = form
  const options = shownOptions(form)
  const isFixed = type === 'true-false'
  const [, most] = optionCounts[type]
  const change = (optionId: string, more: Partial<FormOption>) =>
    onChange({ options: form.options.map(option => (option.optionId === optionId ? { ...option, ...more } : option)) })
  return (
    <FormPlacePart place="options" line={lines[type]} faults={faults}>
      <View className="options-part">
        {options.map((option, place) => (
          <View key={option.optionId} className="options-part__option">
            <View className="options-part__row">
              <Mark form={form} option={option} place={place} onChange={onChange} />
              <View className="options-part__text">
                {isFixed ? (
                  <View className="options-part__fixed">{option.text}</View>
                ) : (
                  <TextField
                    label={`第 ${place + 1} 项`}
                    isLabelHidden
                    placeholder={`第 ${place + 1} 项`}
                    value={option.text}
                    onChange={text => change(option.optionId, { text })}
                    lengthMax={lengths.option[1]}
                  />
                )}
              </View>
              {!isFixed && (
                <Tools
                  place={place}
                  count={options.length}
                  onMove={by => onChange({ options: moved(form.options, place, by) })}
                  onRemove={() => onChange({ options: form.options.filter(({ optionId }) => optionId !== option.optionId) })}
                />
              )}
            </View>
            {type === 'bins' && (
              <View className="options-part__bins">
                <ChipChoice
                  label={`第 ${place + 1} 项放进哪一格`}
                  choices={form.bins.map(({ binId, text }, index) => ({ value: binId, word: text.trim() || `第 ${index + 1} 格` }))}
                  chosen={option.binId ? [option.binId] : []}
                  onToggle={binId => change(option.optionId, { binId })}
                />
              </View>
            )}
          </View>
        ))}
      </View>
      {!isFixed && options.length < most && (
        <View className="form-place__under">
          <Button word="加一项" icon="plus" look="quiet" isNarrow onPress={() => onChange({ options: withOption(form.options) })} />
        </View>
      )}
    </FormPlacePart>
  )
}

interface MarkProps {
  form: QuestionForm
  option: FormOption
  place: number
  onChange: (more: Partial<QuestionForm>) => void
}

function Mark({ form, option, place, onChange }: MarkProps) {
  if (form.type === 'order' || form.type === 'bins') return <View className="options-part__number">{place + 1}</View>
  const shape = form.type === 'multiple' ? 'box' : 'ring'
  return (
    <Pressable
      className="options-part__mark"
      role={form.type === 'multiple' ? 'checkbox' : 'radio'}
      isSelected={option.isRight}
      label={form.type === 'true-false' ? option.text : `第 ${place + 1} 项是对的`}
      onPress={() => onChange({ options: withMark(form, option.optionId).options })}
    >
      <View className={`options-part__${shape}${option.isRight ? ' options-part__on' : ''}`}>
        {option.isRight && <Icon name="check" size={18} />}
      </View>
    </Pressable>
  )
}

interface ToolsProps {
  place: number
  count: number
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

function Tools({ place, count, onMove, onRemove }: ToolsProps) {
  return (
    <View className="options-part__tools">
      <Pressable className="options-part__tool" label={`第 ${place + 1} 项上移`} isDisabled={place === 0} onPress={() => onMove(-1)}>
        <Icon name="up" size={18} />
      </Pressable>
      <Pressable className="options-part__tool" label={`第 ${place + 1} 项下移`} isDisabled={place === count - 1} onPress={() => onMove(1)}>
        <Icon name="down" size={18} />
      </Pressable>
      <Pressable className="options-part__tool" label={`去掉第 ${place + 1} 项`} isDisabled={count <= 2} onPress={onRemove}>
        <Icon name="close" size={18} />
      </Pressable>
    </View>
  )
}
