import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { choiceWords, type Choices, type FormItem } from '#app/features/fielding/form-rules'
import { toTop } from '#app/platform/page-place'
import { usePolite } from '#app/platform/use-polite'
import './field-review.scss'

const TITLE_ID = 'field-review-title'

interface Props {
  title: string
  line: string
  items: readonly FormItem[]
  choices: Choices
  onChange: (place: number) => void
}

/** All answers once more, each a tap away from being changed; nothing is sent before. */
export function FieldReview({ title, line, items, choices, onChange }: Props) {
  const polite = usePolite()
  useEffect(() => toTop(TITLE_ID), [])
  return (
    <View className="field-review">
      <View className="field-review__title" id={TITLE_ID} role="heading" aria-level={2}>
        {polite(title)}
      </View>
      <View className="field-review__line">{polite(line)}</View>
      <ListGroup>
        {items.map((item, place) => (
          <ListRow
            key={item.itemId}
            title={choiceWords(item, choices[item.itemId])}
            line={`${place + 1}. ${item.stem}`}
            end="改"
            onPress={() => onChange(place)}
          />
        ))}
      </ListGroup>
    </View>
  )
}
