import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { ChosenQuestions, QuestionPicker } from '#app/features/awareness/question-picker.tsx'
import { QUESTIONS_MAX, QUESTIONS_MIN } from '#app/features/awareness/wave-plan-rules'
import { ChoiceField } from '#app/components/choice-field.tsx'
import type { WavePlanning } from '#app/packages/quiz-desk/waves/use-wave-plan'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'

const none = { questions: [], proposed: [] } as const

/** Surveys whose result is final: only these are held against. */
async function listPrevious() {
  const { waves } = await call.quizzes.listWaves({})
  return waves
    .filter(({ state }) => state === 'closed' || state === 'reported')
    .map(({ waveId, title }) => ({ value: waveId, word: title }))
}

/** The survey this one is held against, and the anchor questions: proposed, or chosen by hand. */
export function QuestionFields({ planning: { form, faults, change } }: { planning: WavePlanning }) {
  const [isPicking, setIsPicking] = useState(false)
  const previous = useAsked(listPrevious, [])
  const { previousWaveId } = form
  const asked = useAsked(
    async () => ({ of: previousWaveId, ...(await call.quizzes.proposeQuestions(previousWaveId ? { previousWaveId } : {})) }),
    [previousWaveId]
  )
  const { questions, proposed } = asked.value?.of === previousWaveId ? (asked.value ?? none) : none
  const chosen = form.questionIds ?? []
  const known = chosen.flatMap(questionId => questions.find(question => question.questionId === questionId) ?? [])
  // What is proposed is taken into the plan at once: what the office saw is what will be asked.
  const isOpen = form.questionIds === undefined && proposed.length >= QUESTIONS_MIN
  useEffect(() => {
    if (isOpen) change({ questionIds: proposed })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each proposal
  }, [isOpen, asked.value])
  const proposeAgain = async () => {
    await asked.again()
    change({ questionIds: undefined })
  }
  return (
    <View>
      {(previous.value?.length ?? 0) > 0 && (
        <ChoiceField
          label="和哪一次比（沿用它的题）"
          choices={previous.value ?? []}
          value={previousWaveId}
          emptyWord="不和以前比"
          onChange={waveId => change({ previousWaveId: waveId, questionIds: undefined })}
        />
      )}
      {asked.state === 'failed' && (
        <Notice tone="wait" icon="alert">
          {wordsForReading(asked.error)}
        </Notice>
      )}
      {asked.value && proposed.length < QUESTIONS_MIN && !form.questionIds && (
        <Notice tone="bad" icon="alert">
          {`题库里在用的锚题不到 ${QUESTIONS_MIN} 道，先在题库里写几道锚题。`}
        </Notice>
      )}
      <ChosenQuestions questions={known} />
      {questions.length > 0 && known.length < chosen.length && (
        <View className="wave-plan__fault">{`选过的题里有 ${chosen.length - known.length} 道现在不能问了，重新选一下。`}</View>
      )}
      {faults.questions && <View className="wave-plan__fault">{faults.questions}</View>}
      <View className="wave-plan__acts">
        <Button word="自己选" look="quiet" isNarrow isDisabled={questions.length === 0} onPress={() => setIsPicking(true)} />
        <Button
          word="换一批"
          icon="refresh"
          look="quiet"
          isNarrow
          isDisabled={questions.length === 0}
          onPress={() => void proposeAgain()}
        />
      </View>
      <View className="wave-plan__line">锚题只用来调查，练习里不出现。系统按专题随机建议；沿用上次的题，才能和上次比。</View>
      {isPicking && (
        <BottomSheet isOpen title={`选 ${QUESTIONS_MIN} 到 ${QUESTIONS_MAX} 道，已选 ${chosen.length}`} onClose={() => setIsPicking(false)}>
          <QuestionPicker questions={questions} chosen={chosen} onChange={questionIds => change({ questionIds })} />
          <View className="wave-plan__act">
            <Button word={`就这 ${chosen.length} 道`} onPress={() => setIsPicking(false)} />
          </View>
        </BottomSheet>
      )}
    </View>
  )
}
