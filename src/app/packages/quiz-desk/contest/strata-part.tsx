import { View } from '@tarojs/components'
import type { PlannedContest } from '#contract/quizzes-contests'
import { questionTypes, type QuestionType } from '#contract/quiz-states'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { useTopicChoices } from '#app/packages/quiz-desk/bank/use-topics'
import { ChipChoice } from '#app/components/chip-choice.tsx'
import { ChoiceField, type Choice } from '#app/components/choice-field.tsx'
import { fittingOf, limits, type FormFault, type FormStratum } from '#app/packages/quiz-desk/contest/contest-form-rules'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { difficultyWords } from '#app/words/question-words'
import { typeWords } from '#app/words/quizzes'
import './strata-part.scss'

const ANY = 'any'
const typeChoices = [{ value: ANY, word: '不限' }, ...questionTypes.map(value => ({ value, word: typeWords[value].word }))]
const difficultyChoices = [{ value: ANY, word: '不限' }, ...Object.entries(difficultyWords).map(([value, word]) => ({ value, word }))]

interface Props {
  strata: readonly FormStratum[]
  faults: readonly FormFault[]
  /** As the server has it, with its count of fitting questions. */
  saved: PlannedContest | undefined
  onChange: (strata: readonly FormStratum[]) => void
}

/** The parts of the paper: so many questions of such a kind, each drawn anew for everybody. */
export function StrataPart({ strata, faults, saved, onChange }: Props) {
  const topics = useTopicChoices()
  const change = (place: number, more: Partial<FormStratum>) =>
    onChange(strata.map((stratum, index) => (index === place ? { ...stratum, ...more } : stratum)))
  const sum = strata.reduce((total, { count }) => total + (Number(count) || 0), 0)
  return (
    <View>
      {strata.map((stratum, place) => (
        <View key={place} className="strata-part__one" role="group" aria-label={`第 ${place + 1} 组`}>
          <Card>
            <Stratum
              place={place}
              stratum={stratum}
              topics={topics}
              fitting={fittingOf(stratum, saved)}
              faults={faults.filter(fault => fault.stratum === place)}
              onChange={more => change(place, more)}
            />
            {strata.length > 1 && (
              <Button
                word="去掉这一组"
                look="quiet"
                icon="close"
                isNarrow
                onPress={() => onChange(strata.filter((_, index) => index !== place))}
              />
            )}
          </Card>
        </View>
      ))}
      <View className="strata-part__foot">
        <View className="strata-part__sum">{`一份卷子 ${sum} 题，最多 ${limits.items} 题`}</View>
        {strata.length < limits.strata && (
          <Button word="加一组" icon="plus" look="quiet" isNarrow onPress={() => onChange([...strata, { count: '5' }])} />
        )}
      </View>
    </View>
  )
}

interface StratumProps {
  place: number
  stratum: FormStratum
  topics: readonly Choice[]
  fitting: number | undefined
  faults: readonly FormFault[]
  onChange: (more: Partial<FormStratum>) => void
}

function Stratum({ place, stratum, topics, fitting, faults, onChange }: StratumProps) {
  const { topic, type, difficulty, count } = stratum
  return (
    <View className="strata-part__fields">
      <ChoiceField label="专题" choices={topics} value={topic} emptyWord="不限专题" onChange={chosen => onChange({ topic: chosen })} />
      <View>
        <View className="strata-part__label">题型</View>
        <ChipChoice
          label={`第 ${place + 1} 组的题型`}
          choices={typeChoices}
          chosen={[type ?? ANY]}
          onToggle={value => onChange({ type: questionTypes.find(one => one === value) })}
        />
      </View>
      <View>
        <View className="strata-part__label">难度</View>
        <ChipChoice
          label={`第 ${place + 1} 组的难度`}
          choices={difficultyChoices}
          chosen={[difficulty === undefined ? ANY : String(difficulty)]}
          onToggle={value => onChange({ difficulty: value === ANY ? undefined : Number(value) })}
        />
      </View>
      <View className="strata-part__count">
        <TextField
          label={`第 ${place + 1} 组出几题`}
          kind="number"
          value={count}
          onChange={typed => onChange({ count: typed })}
          fault={faults.map(({ sentence }) => sentence).join('') || undefined}
        />
      </View>
      <Fitting topic={topic} type={type} difficulty={difficulty} fitting={fitting} count={Number(count) || 0} />
    </View>
  )
}

interface FittingProps {
  topic: string | undefined
  type: QuestionType | undefined
  difficulty: number | undefined
  fitting: number | undefined
  count: number
}

/** How many questions fit: as counted when it was saved, else as many as the bank lists, which knows nothing of difficulty. */
function Fitting({ topic, type, difficulty, fitting, count }: FittingProps) {
  const asked = useAsked(
    () => call.quizzes.listQuestions({ state: 'active', pool: 'practice', ...(topic && { topic }), ...(type && { type }) }),
    [topic, type]
  )
  const known = fitting ?? asked.value?.totalCount
  if (known === undefined) return null
  const isAtMost = fitting === undefined && difficulty !== undefined
  const words = isAtMost ? `题库里最多有 ${known} 题，难度存好后再数` : `合适的有 ${known} 题`
  return (
    <View className={`strata-part__fitting${known < count ? ' strata-part__fitting--short' : ''}`}>
      {known < count ? `${words}，不够` : words}
    </View>
  )
}
