import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Interview } from '#contract/quizzes-fielding'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { Notice } from '#app/components/notice.tsx'
import { ATTEMPTS_MAX } from '#app/features/fielding/interview-rules'
import { keptInterviews } from '#app/features/fielding/kept-interviews'
import { call } from '#app/platform/call-operation'
import { toast } from '#app/platform/toast'
import { useNow } from '#app/platform/use-now'
import { attemptWords, whomWords, wordsForInterview } from '#app/words/fielding'
import { dayWords } from '#app/words/time-words'
import './interview-door.scss'

interface Props {
  personId: string
  unit: Interview
  attempts: Interview['attempts']
  onGivenBack: () => void
  onLeave: () => void
}

/** Before the first question: whom to look for, what to say, and when somebody came before. */
export function InterviewDoor({ personId, unit, attempts, onGivenBack, onLeave }: Props) {
  const now = useNow()
  return (
    <View className="interview-door">
      <View className="interview-door__number" role="heading" aria-level={2}>{`${unit.number} 号`}</View>
      <View className="interview-door__whom">{`找这样一位：${whomWords(unit)}`}</View>
      <View className="interview-door__line">{`${unit.communityName} · 留给你到${dayWords(unit.heldUntil, now)}`}</View>
      <View className="interview-door__say">
        <View className="interview-door__label">开门后这样说</View>
        <View>
          {`您好，我是创建办请来的访问员。想请您回答 ${unit.items.length} 个小问题，两分钟左右。不记名，不打分，不知道就说不知道，可以吗？`}
        </View>
      </View>
      {attempts.length > 0 && (
        <View className="interview-door__before">
          <View className="interview-door__label">{`来过 ${attempts.length} 次`}</View>
          {attempts.map(one => (
            <View key={one.attemptedAt}>{attemptWords(one, now)}</View>
          ))}
        </View>
      )}
      {attempts.length >= ATTEMPTS_MAX && (
        <Notice tone="info" icon="info">
          去过四次了，不用再去。要是他找到你，还可以开始。
        </Notice>
      )}
      <View className="interview-door__ways">
        <Button word="回到清单" look="quiet" icon="list" isNarrow onPress={onLeave} />
        <GiveBack {...{ personId, unit, onGivenBack }} />
      </View>
    </View>
  )
}

function GiveBack({ personId, unit: { waveId, sampleId, number }, onGivenBack }: Omit<Props, 'attempts' | 'onLeave'>) {
  const [isAsking, setIsAsking] = useState(false)
  const [isGiving, setIsGiving] = useState(false)
  const giveBack = async () => {
    setIsGiving(true)
    try {
      await call.quizzes.giveBackInterviews({ waveId, sampleIds: [sampleId] })
      keptInterviews.drop(personId, [sampleId])
      toast('交回了')
      onGivenBack()
    } catch (error) {
      toast(wordsForInterview(error))
      setIsGiving(false)
      setIsAsking(false)
    }
  }
  return (
    <View>
      <Button word="交回这一户" icon="undo" look="quiet" isNarrow onPress={() => setIsAsking(true)} />
      <ConfirmDialog
        isOpen={isAsking}
        title={`交回 ${number} 号？`}
        sentence="交回后别的访问员可以领去，来过几次的记录会留着。"
        confirmWord="交回"
        isLoading={isGiving}
        onConfirm={() => void giveBack()}
        onClose={() => setIsAsking(false)}
      />
    </View>
  )
}
