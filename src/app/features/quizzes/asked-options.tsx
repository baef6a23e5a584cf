import { View } from '@tarojs/components'
import type { Item } from '#contract/quiz-shapes'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { tapped, undone, type AnswerDraft } from '#app/features/quizzes/answer-rules'
import { AskedBins } from '#app/features/quizzes/asked-bins.tsx'
import { OptionRow } from '#app/components/option-row.tsx'
import { usePolite } from '#app/platform/use-polite'
import { typeWords } from '#app/words/quizzes'
import './asked-options.scss'

const ANSWER_LENGTH_MAX = 60

export interface AskedProps {
  item: Item
  draft: AnswerDraft
  onChange: (draft: AnswerDraft) => void
  /** The answer is on its way: it is shown, not changed. */
  isDisabled: boolean
  onSubmit: () => void
}

function Choices({ item, draft, onChange, isDisabled }: AskedProps) {
  const isMultiple = item.type === 'multiple'
  return (
    <View role={isMultiple ? 'group' : 'radiogroup'} aria-label={typeWords[item.type].hint}>
      {item.options?.map(({ optionId, text }) => (
        <OptionRow
          key={optionId}
          text={text}
          kind={isMultiple ? 'checkbox' : 'radio'}
          isSelected={draft.optionIds.includes(optionId)}
          isDisabled={isDisabled}
          onPress={() => onChange(tapped(item.type, draft, optionId))}
        />
      ))}
    </View>
  )
}

function Sequence({ item, draft, onChange, isDisabled }: AskedProps) {
  return (
    <View>
      <View role="group" aria-label={typeWords.order.hint}>
        {item.options?.map(({ optionId, text }) => {
          const place = draft.optionIds.indexOf(optionId) + 1
          return (
            <OptionRow
              key={optionId}
              text={text}
              kind="place"
              {...(place > 0 && { place })}
              isSelected={place > 0}
              isDisabled={isDisabled}
              onPress={() => onChange(tapped('order', draft, optionId))}
            />
          )
        })}
      </View>
      <View className="asked-options__undo">
        <Button
          word="撤回一步"
          icon="undo"
          look="quiet"
          isNarrow
          isDisabled={isDisabled || draft.optionIds.length === 0}
          onPress={() => onChange(undone(draft))}
        />
      </View>
    </View>
  )
}

/** What is tapped or typed to answer, by the type of the question. */
export function AskedOptions(props: AskedProps) {
  const polite = usePolite()
  const { item, draft, onChange, isDisabled, onSubmit } = props
  if (item.type === 'order') return <Sequence {...props} />
  if (item.type === 'bins') return <AskedBins {...props} />
  if (item.type !== 'fill') return <Choices {...props} />
  return (
    <TextField
      label={polite('你的答案')}
      value={draft.text}
      lengthMax={ANSWER_LENGTH_MAX}
      placeholder="数字怎么写、带不带单位都行"
      onChange={text => !isDisabled && onChange({ ...draft, text })}
      onSubmit={onSubmit}
    />
  )
}
