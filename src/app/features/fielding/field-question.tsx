import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { Button } from '#app/components/button.tsx'
import { OptionRow } from '#app/components/option-row.tsx'
import { spokenItem, UNKNOWN_WORD, type Choice, type FormItem } from '#app/features/fielding/form-rules'
import { toTop } from '#app/platform/page-place'
import { canReadAloud, readAloud, stopReading, useIsReading } from '#app/platform/read-aloud'
import './field-question.scss'

const STEM_ID = 'field-question-stem'

interface Props {
  item: FormItem
  place: number
  total: number
  choice: Choice | undefined
  onChoose: (choice: Choice) => void
}

/** One question of a survey: all of it on one screen, and 不知道 as good an answer as the others. */
export function FieldQuestion({ item, place, total, choice, onChoose }: Props) {
  useEffect(() => toTop(STEM_ID), [item.itemId])
  const rows: { key: string; text: string; choice: Choice }[] = [
    ...item.options.map(({ optionId, text }) => ({ key: optionId, text, choice: { optionId } })),
    { key: UNKNOWN_WORD, text: UNKNOWN_WORD, choice: {} }
  ]
  return (
    <View className="field-question">
      <Progress place={place} total={total} />
      <View className="field-question__about">
        <Text>{`第 ${place + 1} 题，共 ${total} 题`}</Text>
        <Speaker words={spokenItem(item)} />
      </View>
      <View className="field-question__stem" id={STEM_ID} role="heading" aria-level={2}>
        {item.stem}
      </View>
      <View className="field-question__options" role="radiogroup" aria-label="选一个">
        {rows.map(row => (
          <OptionRow
            key={row.key}
            kind="radio"
            isLarge
            text={row.text}
            isSelected={choice !== undefined && choice.optionId === row.choice.optionId}
            onPress={() => onChoose(row.choice)}
          />
        ))}
      </View>
    </View>
  )
}

function Progress({ place, total }: Pick<Props, 'place' | 'total'>) {
  return (
    <View className="field-question__track" aria-hidden>
      {Array.from({ length: total }, (_, index) => (
        <View key={index} className={`field-question__part${index <= place ? ' field-question__part--reached' : ''}`} />
      ))}
    </View>
  )
}

/** For whoever reads badly or asks by telephone; absent where the platform has no voice. */
function Speaker({ words }: { words: string }) {
  const isReading = useIsReading()
  useEffect(() => stopReading, [words])
  if (!canReadAloud()) return null
  return (
    <Button
      word={isReading ? '停下' : '朗读'}
      icon={isReading ? 'pause' : 'speaker'}
      look="quiet"
      isNarrow
      onPress={() => (isReading ? stopReading() : readAloud(words))}
    />
  )
}
