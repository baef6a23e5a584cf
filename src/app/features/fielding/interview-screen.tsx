import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Interview } from '#contract/quizzes-fielding'
import { Button } from '#app/components/button.tsx'
import { Screen } from '#app/components/screen.tsx'
import { AttemptSheet } from '#app/features/fielding/attempt-sheet.tsx'
import { FieldQuestion } from '#app/features/fielding/field-question.tsx'
import { FieldReview } from '#app/features/fielding/field-review.tsx'
import { FormFoot } from '#app/features/fielding/form-foot.tsx'
import { InterviewDoor } from '#app/features/fielding/interview-door.tsx'
import { ATTEMPTS_MAX, attemptsOf, type InterviewDraft } from '#app/features/fielding/interview-rules'
import { useInterview, type InterviewInHand } from '#app/features/fielding/use-interview'
import type { Interviews } from '#app/features/fielding/use-interviews'
import { useAwakeScreen } from '#app/platform/keep-awake'
import { useKeys, type Keys } from '#app/platform/keyboard'
import { toast } from '#app/platform/toast'
import { whomWords } from '#app/words/fielding'

interface Props {
  interviews: Interviews
  unit: Interview
  /** Its answers are taken down. */
  onRecorded: () => void
  onLeave: () => void
}

/** One household, from the door to the last question; big and calm, for two people look at it. */
export function InterviewScreen({ interviews, unit, onRecorded, onLeave }: Props) {
  const hand = useInterview(interviews, unit)
  const [isFailing, setIsFailing] = useState(false)
  const attempts = attemptsOf(unit, interviews.entries)
  useAwakeScreen(true)
  const record = () => void hand.record().then(onRecorded)
  const title = `${unit.number} 号 · ${whomWords(unit)}`
  const giveUp = () => setIsFailing(true)
  const sheet = isFailing && (
    <AttemptSheet
      isBegun={hand.draft !== undefined}
      onClose={() => setIsFailing(false)}
      onAttempt={(reason, note) =>
        void hand.attempt(reason, note).then(() => {
          toast('记下了')
          onLeave()
        })
      }
    />
  )
  if (hand.draft)
    return (
      <Asking {...{ title, unit, hand, giveUp, record, onLeave }} draft={hand.draft}>
        {sheet}
      </Asking>
    )
  const mayFail = attempts.length < ATTEMPTS_MAX
  return (
    <Screen
      title={title}
      footer={<FormFoot word="开始访问" onNext={hand.begin} {...(mayFail && { backWord: '没访成', onBack: giveUp })} />}
    >
      <InterviewDoor personId={interviews.personId} unit={unit} attempts={attempts} onGivenBack={onLeave} onLeave={onLeave} />
      {sheet}
    </Screen>
  )
}

interface AskingProps {
  title: string
  unit: Interview
  hand: InterviewInHand
  draft: InterviewDraft
  giveUp: () => void
  record: () => void
  onLeave: () => void
  children: ReactNode
}

/** For whoever asks by telephone at a desk: digits choose, 0 is 不知道, Enter goes on. */
function keysFor({ unit, hand, draft }: Pick<AskingProps, 'unit' | 'hand' | 'draft'>, goOn: () => void): Keys {
  const item = unit.items[draft.place]
  if (!item) return { Enter: goOn }
  const choices = item.options.map(({ optionId }, place) => [`${place + 1}`, () => hand.choose(item.itemId, { optionId })] as const)
  const isChosen = draft.choices[item.itemId] !== undefined
  return { ...Object.fromEntries(choices), 0: () => hand.choose(item.itemId, {}), ...(isChosen && { Enter: goOn }) }
}

function Asking(props: AskingProps) {
  const { title, unit, hand, draft, giveUp, record, onLeave, children } = props
  const { items } = unit
  const item = items[draft.place]
  const isAllAnswered = hand.open === items.length
  const goOn = () => {
    if (item) hand.goTo(isAllAnswered ? items.length : draft.place + 1)
    else if (isAllAnswered) record()
  }
  useKeys(keysFor(props, goOn))
  const back = draft.place === 0 ? onLeave : () => hand.goTo(draft.place - 1)
  const foot = item ? (
    <FormFoot
      word={isAllAnswered ? '看一遍' : '下一题'}
      isDisabled={!draft.choices[item.itemId]}
      onNext={goOn}
      backWord={draft.place === 0 ? '回到清单' : '上一题'}
      onBack={back}
    />
  ) : (
    <FormFoot word="记下这一户" isDisabled={!isAllAnswered} onNext={goOn} onBack={back} />
  )
  return (
    <Screen title={title} footer={foot}>
      {item ? (
        <FieldQuestion
          item={item}
          place={draft.place}
          total={items.length}
          choice={draft.choices[item.itemId]}
          onChoose={choice => hand.choose(item.itemId, choice)}
        />
      ) : (
        <FieldReview
          title="念一遍给他听，对了就记下"
          line="哪一题不对，点一下改。记下以后不能再改。"
          items={items}
          choices={draft.choices}
          onChange={hand.goTo}
        />
      )}
      <View className="interview-door__give">
        <Button word="他不答了" look="quiet" icon="pause" isNarrow onPress={giveUp} />
      </View>
      {children}
    </Screen>
  )
}
