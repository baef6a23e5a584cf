import { View } from '@tarojs/components'
import { useState } from 'react'
import type { SampleUnit, WaveDetail } from '#contract/awareness-shapes'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { closingOf } from '#app/features/awareness/closing-rules'
import { keepLinks, useLinks } from '#app/features/awareness/told-links'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { staffPaths } from '#app/platform/staff-paths'
import { call } from '#app/platform/call-operation'
import { go } from '#app/platform/navigation'
import { serverNow } from '#app/platform/server-clock'
import { useWarnBeforeLeaving } from '#app/platform/warn-before-leaving'
import { cityDay } from '#app/words/city-day'

interface Step {
  word: string
  look?: 'primary' | 'quiet'
  title: string
  sentence: string
  isDanger?: boolean
  done: string
  run: () => Promise<unknown>
}

interface Props {
  detail: WaveDetail
  onChanged: () => Promise<void>
}

/** Steps of a survey in its state, each asked about once more: none of them can be taken back. */
function stepsOf({ wave, size }: WaveDetail, today: string, keep: (units: readonly SampleUnit[]) => void): Step[] {
  const { state, waveId, sampleSize, answeredCount } = wave
  const left = sampleSize - answeredCount
  const renew: Step = {
    ...{ word: '重新生成链接', look: 'quiet', isDanger: true, title: '重新生成链接？', done: '新链接生成好了' },
    sentence: `没答的 ${left} 人都会有新链接，印好、发出去的旧链接马上作废。已经答的不受影响。`,
    run: async () => keep((await call.quizzes.renewTokens({ waveId })).units)
  }
  const steps: Record<typeof state, Step[]> = {
    planned: [
      {
        ...{ word: '抽样', title: `抽 ${size.asked} 人？`, done: '抽好了' },
        sentence: '抽了就不能重抽。每人一个一次性链接，只在这一页告诉你一次，接着要打印或下载。',
        run: async () => keep((await call.quizzes.drawSample({ waveId })).units)
      }
    ],
    sampled: [
      {
        ...{ word: '开始调查', title: '现在开始调查？', sentence: '链接从现在起能用，每个只答一次。', done: '开始了' },
        run: () => call.quizzes.openWave({ waveId })
      },
      renew
    ],
    fielding: [
      {
        ...{ word: '结束调查', isDanger: true, title: '现在结束调查？', done: '结束了' },
        ...closingOf(wave, today),
        run: () => call.quizzes.closeWave({ waveId })
      },
      renew
    ],
    closed: [
      {
        ...{ word: '发布报告', title: '发布这份报告？', sentence: '发布后不能收回，数字和结束时一样，不会再变。', done: '发布了' },
        run: () => call.quizzes.reportWave({ waveId })
      }
    ],
    reported: []
  }
  return steps[state]
}

/** What may be done with a survey now. */
export function WaveActs({ detail, onChanged }: Props) {
  const { wave } = detail
  const [asked, setAsked] = useState<Step | undefined>(undefined)
  const links = useLinks(wave.waveId)
  useWarnBeforeLeaving(links.length > 0)
  const { act, isActing, fault } = useAct()
  const openLinks = () => go(staffPaths.wave, { wave: wave.waveId, part: 'links' })
  const keep = (units: readonly SampleUnit[]) => {
    keepLinks(wave.waveId, units)
    openLinks()
  }
  const steps = stepsOf(detail, cityDay(new Date(serverNow())), keep)
  const confirm = async () => {
    if (!asked) return
    await act(asked.run, asked.done)
    setAsked(undefined)
    await onChanged()
  }
  if (steps.length === 0 && links.length === 0) return null
  return (
    <View>
      <ActFault fault={fault} />
      <View className="wave-acts">
        {links.length > 0 && (
          <View className="wave-acts__act">
            <Button word={`打印和下载链接（${links.length}）`} icon="poster" look="quiet" onPress={openLinks} />
          </View>
        )}
        {steps.map(step => (
          <View key={step.word} className="wave-acts__act">
            <Button word={step.word} look={step.look ?? 'primary'} onPress={() => setAsked(step)} />
          </View>
        ))}
      </View>
      <ConfirmDialog
        isOpen={asked !== undefined}
        title={asked?.title ?? ''}
        sentence={asked?.sentence}
        confirmWord={asked?.word ?? ''}
        isDanger={asked?.isDanger}
        isLoading={isActing}
        onConfirm={() => void confirm()}
        onClose={() => setAsked(undefined)}
      />
    </View>
  )
}
