import { View } from '@tarojs/components'
import { useState } from 'react'
import type { QuestionDetail } from '#contract/quiz-shapes'
import { Button } from '#app/components/button.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { heldSentence } from '#app/features/question-bank/question-move-rules'
import { QuestionPreview } from '#app/features/question-bank/question-preview.tsx'
import { changedWords } from '#app/features/question-bank/question-preview-rules'
import { ReturnNotice } from '#app/features/question-bank/return-notice.tsx'
import { useNamedFacts } from '#app/features/question-bank/use-named-facts'
import { useNow } from '#app/platform/use-now'
import { sourceWords, typeWords } from '#app/words/quizzes'
import { difficultyWords, poolWords, questionStateWords, returnedWords, standingWords } from '#app/words/question-words'
import { momentWords } from '#app/words/time-words'
import './question-body.scss'

/** A question as those see it who write and review: what it asks and answers, where that is written, what happened to it. */
export function QuestionBody({ question }: { question: QuestionDetail }) {
  const { draft, source, topic, version } = question
  const [isKeyShown, setIsKeyShown] = useState(true)
  const others = draft.factIds.slice(1)
  const named = useNamedFacts(others, topic)
  const { word, tone, icon, line } = standingWords(question)
  const held = heldSentence(question)
  const about = [
    typeWords[draft.type].word,
    topic,
    poolWords[draft.pool].word,
    difficultyWords[draft.difficulty],
    `第\u00a0${version}\u00a0版`
  ]
  return (
    <View>
      <View className="question-body__head">
        <View className="question-body__about">{about.filter(Boolean).join(' · ')}</View>
        <StateChip word={word} tone={tone} icon={icon} />
      </View>
      {!question.isFactSuspended && <View className="question-body__line">{line}</View>}
      {held && (
        <View className="question-body__notice">
          <Notice tone="wait" icon={question.isFactSuspended ? 'pause' : 'people'}>
            {held}
          </Notice>
        </View>
      )}
      {question.returned && (
        <View className="question-body__notice">
          <ReturnNotice returned={question.returned} isMine={question.isMine} />
        </View>
      )}
      {question.previous ? (
        <Versions question={question} previous={question.previous} isKeyShown={isKeyShown} />
      ) : (
        <View className="question-body__preview">
          <QuestionPreview draft={draft} isKeyShown={isKeyShown} />
        </View>
      )}
      <View className="question-body__key">
        <Button word={isKeyShown ? '先藏起答案' : '显示答案'} icon="eye" look="quiet" isNarrow onPress={() => setIsKeyShown(!isKeyShown)} />
      </View>
      <Section title="出处">
        <ListGroup>
          <ListRow icon="poster" title={sourceWords(source)} line={source.statement} />
          {others.map(factId => {
            const fact = named.get(factId)
            return <ListRow key={factId} icon="link" title={fact ? sourceWords(fact) : `知识点 ${factId}`} line={fact?.statement} />
          })}
        </ListGroup>
      </Section>
      <History question={question} />
    </View>
  )
}

interface VersionsProps {
  question: QuestionDetail
  previous: NonNullable<QuestionDetail['previous']>
  isKeyShown: boolean
}

/** This version beside the one before it, and in words what is different. */
function Versions({ question: { draft, version }, previous, isKeyShown }: VersionsProps) {
  const changed = changedWords(previous, draft)
  return (
    <View>
      <View className="question-body__notice">
        <Notice tone="info" icon="edit">
          {changed.length > 0 ? `和上一版比，改了：${changed.join('、')}。` : '和上一版一样。'}
        </Notice>
      </View>
      <View className="question-body__versions">
        <View className="question-body__version">
          <View className="question-body__name" role="heading" aria-level={3}>{`这一版（第 ${version} 版）`}</View>
          <QuestionPreview draft={draft} isKeyShown={isKeyShown} />
        </View>
        <View className="question-body__version">
          <View className="question-body__name" role="heading" aria-level={3}>
            上一版
          </View>
          <QuestionPreview draft={previous} isKeyShown={isKeyShown} />
        </View>
      </View>
    </View>
  )
}

const factChangeWords = { word: '知识点有变动', icon: 'poster' } as const
type Step = QuestionDetail['history'][number]

/** Neither a new version nor another state: one of its facts was suspended or resumed. */
const isOfFact = (step: Step, before: Step | undefined) => before !== undefined && step.to === before.to && step.version === before.version

function wordsOf(step: Step, before: Step | undefined) {
  if (step.isReturn) return returnedWords
  return isOfFact(step, before) ? factChangeWords : questionStateWords[step.to]
}

function History({ question: { history } }: { question: QuestionDetail }) {
  const now = useNow()
  if (history.length === 0) return null
  return (
    <Section title="经过">
      <ListGroup>
        {history.map((step, place) => {
          const { word, icon } = wordsOf(step, history[place - 1])
          const when = [step.actor, momentWords(step.at, now), `第 ${step.version} 版`].filter(Boolean).join(' · ')
          return <ListRow key={place} icon={icon} title={step.note ? `${word}：${step.note}` : word} line={when} />
        })}
      </ListGroup>
    </Section>
  )
}
