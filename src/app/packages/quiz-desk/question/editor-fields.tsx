import { View } from '@tarojs/components'
import { questionPools, questionTypes, type QuestionPool } from '#contract/quiz-states'
import { Button } from '#app/components/button.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { lengths } from '#app/features/question-bank/question-fault-rules'
import { BLANK, withBlank, withType, type QuestionForm } from '#app/features/question-bank/question-form-rules'
import { ChipChoice } from '#app/components/chip-choice.tsx'
import { BinsPart } from '#app/packages/quiz-desk/question/bins-part.tsx'
import { FactsPart } from '#app/packages/quiz-desk/question/facts-part.tsx'
import { FillPart } from '#app/packages/quiz-desk/question/fill-part.tsx'
import { FormPlacePart } from '#app/packages/quiz-desk/question/form-place-part.tsx'
import { OptionsPart } from '#app/packages/quiz-desk/question/options-part.tsx'
import { typeWords } from '#app/words/quizzes'
import { difficultyWords, faultWords, poolWords, type FormPlace } from '#app/words/question-words'

const typeChoices = questionTypes.map(value => ({ value, word: typeWords[value].word }))
const poolChoices = questionPools.map(value => ({ value, word: poolWords[value].word }))
const difficultyChoices = Object.entries(difficultyWords).map(([value, word]) => ({ value, word }))

interface Props {
  form: QuestionForm
  faults: readonly string[]
  onChange: (more: Partial<QuestionForm>) => void
}

/** The fields of a question in the order one thinks: what law, how it is asked, what is right, why. */
export function EditorFields({ form, faults, onChange }: Props) {
  const isFill = form.type === 'fill'
  const at = (place: FormPlace) =>
    faults.map(fault => faultWords(fault, isFill)).flatMap(words => (words.place === place ? [words.sentence] : []))
  const shared = { form, onChange }
  return (
    <>
      <FormPlacePart place="facts" faults={at('facts')}>
        <FactsPart facts={form.facts} onChange={facts => onChange({ facts })} />
      </FormPlacePart>
      <FormPlacePart title="题型">
        <ChipChoice
          label="题型"
          choices={typeChoices}
          chosen={[form.type]}
          onToggle={value => onChange(withType(form, questionTypes.find(type => type === value) ?? form.type))}
        />
      </FormPlacePart>
      <FormPlacePart place="stem" faults={at('stem')}>
        <TextArea
          label="题干"
          isLabelHidden
          placeholder={isFill ? `如：拨打${BLANK}报火警。` : '像居民说话那样问，一题只问一件事'}
          value={form.stem}
          onChange={stem => onChange({ stem })}
          lengthMax={lengths.stem[1]}
        />
        {isFill && (
          <View className="form-place__under">
            <Button
              word="插入空格"
              icon="plus"
              look="quiet"
              isNarrow
              isDisabled={form.stem.includes(BLANK)}
              onPress={() => onChange({ stem: withBlank(form.stem) })}
            />
          </View>
        )}
      </FormPlacePart>
      {form.type === 'bins' && <BinsPart {...shared} faults={at('bins')} />}
      {isFill ? <FillPart {...shared} faults={at('fill')} /> : <OptionsPart {...shared} faults={at('options')} />}
      <FormPlacePart place="explanation" faults={at('explanation')}>
        <TextArea
          label="解释"
          isLabelHidden
          placeholder="答完才看到：为什么这样对，写在哪部法的第几条，如《消防法》第四十四条"
          value={form.explanation}
          onChange={explanation => onChange({ explanation })}
          lengthMax={lengths.explanation[1]}
        />
      </FormPlacePart>
      <FormPlacePart title="难度">
        <Segmented
          label="难度"
          options={difficultyChoices}
          value={String(form.difficulty)}
          onChange={value => onChange({ difficulty: Number(value) })}
        />
      </FormPlacePart>
      <FormPlacePart place="pool" faults={at('pool')} line={poolWords[form.pool].line}>
        <Segmented<QuestionPool> label="用在哪里" options={poolChoices} value={form.pool} onChange={pool => onChange({ pool })} />
      </FormPlacePart>
    </>
  )
}
