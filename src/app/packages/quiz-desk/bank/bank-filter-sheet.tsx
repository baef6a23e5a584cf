import { View } from '@tarojs/components'
import { questionPools, questionTypes, type QuestionPool, type QuestionType } from '#contract/quiz-states'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { startFilter, type BankFilter } from '#app/features/question-bank/bank-filter-rules'
import { useTopicChoices } from '#app/packages/quiz-desk/bank/use-topics'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { typeWords } from '#app/words/quizzes'
import { poolWords } from '#app/words/question-words'

const typeChoices = questionTypes.map(value => ({ value, word: typeWords[value].word }))
const poolChoices = questionPools.map(value => ({ value, word: poolWords[value].word }))

interface Props {
  filter: BankFilter
  onChange: (filter: BankFilter) => void
  onClose: () => void
}

/** Narrows the list by topic, type and pool; takes effect at once. */
export function BankFilterSheet({ filter, onChange, onClose }: Props) {
  const topics = useTopicChoices()
  return (
    <BottomSheet isOpen onClose={onClose} title="筛选">
      {filter.factId && (
        <View style={{ marginBottom: '12px' }}>
          <ListGroup>
            <ListRow title="只看一个知识点的题" end="不限" onPress={() => onChange({ ...filter, factId: undefined })} />
          </ListGroup>
        </View>
      )}
      <ChoiceField
        label="专题"
        choices={topics}
        value={filter.topic}
        emptyWord="不限专题"
        onChange={topic => onChange({ ...filter, topic })}
      />
      <ChoiceField
        label="题型"
        choices={typeChoices}
        value={filter.type}
        emptyWord="不限题型"
        onChange={type => onChange({ ...filter, type: type as QuestionType | undefined })}
      />
      <ChoiceField
        label="用在哪里"
        choices={poolChoices}
        value={filter.pool}
        emptyWord="不限"
        onChange={pool => onChange({ ...filter, pool: pool as QuestionPool | undefined })}
      />
      <Button word="看结果" onPress={onClose} />
      <View style={{ height: '8px' }} />
      <Button word="清空筛选" look="quiet" onPress={() => onChange({ ...startFilter, state: filter.state })} />
    </BottomSheet>
  )
}
