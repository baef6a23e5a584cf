import { View } from '@tarojs/components'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'

interface Question {
  questionId: string
  topic: string
  stem: string
  isOfPrevious: boolean
}

interface Props {
  questions: readonly Question[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Anchor questions by topic, each switched on or off. */
export function QuestionPicker({ questions, chosen, onChange }: Props) {
  const toggle = (questionId: string) =>
    onChange(chosen.includes(questionId) ? chosen.filter(one => one !== questionId) : [...chosen, questionId])
  const sorted = [...questions].sort(
    (one, other) => Number(other.isOfPrevious) - Number(one.isOfPrevious) || one.topic.localeCompare(other.topic, 'zh')
  )
  return (
    <View>
      <ListGroup>
        {sorted.map(({ questionId, topic, stem, isOfPrevious }) => {
          const isOn = chosen.includes(questionId)
          return (
            <ListRow
              key={questionId}
              title={stem}
              line={`${topic}${isOfPrevious ? ' · 上次问过' : ''}`}
              role="switch"
              isSelected={isOn}
              end={<SwitchMark isOn={isOn} />}
              onPress={() => toggle(questionId)}
            />
          )
        })}
      </ListGroup>
    </View>
  )
}

/** The chosen ones in a line each. */
export function ChosenQuestions({
  questions
}: {
  questions: readonly { questionId: string; stem: string; topic?: string; isOfPrevious?: boolean }[]
}) {
  return (
    <ListGroup>
      {questions.map(({ questionId, stem, topic, isOfPrevious }, place) => (
        <ListRow
          key={questionId}
          title={`${place + 1}. ${stem}`}
          line={topic}
          end={isOfPrevious ? <StateChip tone="info" word="上次问过" /> : undefined}
        />
      ))}
    </ListGroup>
  )
}
