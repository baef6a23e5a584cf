import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Notice } from '#app/components/notice.tsx'
import { sizeQuestion, type WaveForm } from '#app/features/awareness/wave-plan-rules'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import './sample-helper.scss'

const PAUSE_MILLISECONDS = 300

/** The question as it stands once typing has come to rest. */
function useSettledQuestion(form: WaveForm) {
  const question = sizeQuestion(form)
  const asked = question ? JSON.stringify(question) : ''
  const [settled, setSettled] = useState(asked)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [asked])
  return settled === '' ? undefined : (JSON.parse(settled) as ReturnType<typeof sizeQuestion>)
}

/** Live: how many have to answer, how many to ask, and how many of them must be right to claim the target. */
export function SampleHelper({ form, communityCount }: { form: WaveForm; communityCount: number }) {
  const question = useSettledQuestion(form)
  const { value, state } = useAsked(
    async () => question && (await call.quizzes.suggestSample({ ...question, ...(communityCount > 0 && { communityCount }) })),
    [JSON.stringify(question), communityCount]
  )
  if (!question) return <View className="sample-helper__line">目标、误差、应答率都填好，这里会算出要问多少人。</View>
  if (!value) return <View className="sample-helper__line">{state === 'failed' ? '网络不太好，人数先算不出来。' : '正在算…'}</View>
  const facts = [
    { number: `${value.completed}`, word: '份回答' },
    { number: `${value.asked}`, word: '人要问到' },
    { number: value.rightToClaim === undefined ? '—' : `${value.rightToClaim}`, word: '人平均要答对才算达标' }
  ]
  return (
    <View className="sample-helper" role="status">
      <View className="sample-helper__facts">
        {facts.map(({ number, word }) => (
          <View key={word} className="sample-helper__fact">
            <View className="sample-helper__number">{number}</View>
            <View className="sample-helper__line">{word}</View>
          </View>
        ))}
      </View>
      {value.rightToClaim === undefined && (
        <Notice tone="wait" icon="alert">
          人太少：就算全部答对，也不能断定达标。把误差写小一点，或者多选几个社区。
        </Notice>
      )}
      {value.rightToClaim !== undefined && (
        <View className="sample-helper__line">
          {`要断定不低于 ${form.target}%，${value.completed} 份里平均要对 ${value.rightToClaim} 份（${((100 * value.rightToClaim) / value.completed).toFixed(1)}%）。`}
        </View>
      )}
      {value.expectedMargin !== undefined && value.effectiveSize !== undefined && (
        <View className="sample-helper__line">
          {`${communityCount} 个社区：${value.completed} 份回答只顶 ${Math.round(value.effectiveSize)} 份，误差约 ±${(100 * value.expectedMargin).toFixed(1)} 个百分点。多选几个社区比多问人管用。`}
        </View>
      )}
    </View>
  )
}
