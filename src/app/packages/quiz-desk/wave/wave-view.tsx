import { View } from '@tarojs/components'
import { useState } from 'react'
import type { WaveDetail } from '#contract/awareness-shapes'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { ProgressList } from '#app/features/awareness/progress-list.tsx'
import { ChosenQuestions } from '#app/features/awareness/question-picker.tsx'
import { percentWords } from '#app/features/awareness/share-rules'
import { useLinks } from '#app/features/awareness/told-links'
import { InterviewersPart } from '#app/features/fielding/interviewers-part.tsx'
import { SamplePart } from '#app/packages/quiz-desk/wave/sample-part.tsx'
import { WaveActs } from '#app/packages/quiz-desk/wave/wave-acts.tsx'
import { WaveReportPart } from '#app/packages/quiz-desk/wave/wave-report-part.tsx'
import { useIsWide } from '#app/platform/use-is-wide'
import { usePolite } from '#app/platform/use-polite'
import { channelWords, periodWords, waveStateWords } from '#app/words/awareness'
import './wave-view.scss'

type Part = 'report' | 'progress' | 'sample' | 'interviewers' | 'questions'
const partWords: Record<Part, string> = { report: '报告', progress: '应答', sample: '名单', interviewers: '访问员', questions: '题目' }

/** Before the draw there is nothing to answer yet. */
const wordOf = (part: Part, state: WaveDetail['wave']['state']) => (part === 'progress' && state === 'planned' ? '抽样框' : partWords[part])

/** What there is to see in each state. */
function partsOf({ wave: { state } }: WaveDetail): Part[] {
  if (state === 'planned') return ['progress', 'questions']
  if (state === 'closed' || state === 'reported') return ['report', 'progress', 'sample', 'interviewers', 'questions']
  return ['progress', 'sample', 'interviewers', 'questions']
}

interface Props {
  detail: WaveDetail
  nameOf: (communityId: string) => string
  onChanged: () => Promise<void>
}

/** One survey: how it stands, what may be done with it now, and its parts. */
export function WaveView({ detail, nameOf, onChanged }: Props) {
  const isWide = useIsWide()
  const parts = partsOf(detail)
  // A step of the survey leads to what is news then: the report once it is closed.
  const [chosen, setChosen] = useState<{ part: Part; of: string } | undefined>(undefined)
  const part = chosen?.of === detail.wave.state ? chosen.part : (parts[0] ?? 'progress')
  const { wave, cells, questions } = detail
  const links = useLinks(detail.wave.waveId)
  const hasActs = detail.wave.state !== 'reported' || links.length > 0
  const acts = hasActs && <WaveActs detail={detail} onChanged={onChanged} />
  return (
    <Screen title="知晓率调查" width="wide" footer={isWide ? undefined : acts || undefined}>
      <WaveHead detail={detail} />
      {isWide && acts && <View className="wave-view__acts">{acts}</View>}
      <View className="wave-view__parts">
        <Segmented
          label="看什么"
          options={parts.map(value => ({ value, word: wordOf(value, wave.state) }))}
          value={part}
          onChange={value => setChosen({ part: value, of: wave.state })}
        />
      </View>
      {part === 'report' && <WaveReportPart wave={wave} />}
      {part === 'progress' && (
        <Section title={wave.state === 'planned' ? '抽样框和要抽的人数' : '应答'}>
          <ProgressList cells={cells} nameOf={nameOf} isFielded={wave.state !== 'planned' && wave.state !== 'sampled'} />
        </Section>
      )}
      {part === 'sample' && <SamplePart wave={wave} cells={cells} nameOf={nameOf} onChanged={onChanged} />}
      {part === 'interviewers' && <InterviewersPart waveId={wave.waveId} mayName={wave.state === 'sampled' || wave.state === 'fielding'} />}
      {part === 'questions' && (
        <Section title="问的题">
          <ChosenQuestions questions={questions} />
        </Section>
      )}
    </Screen>
  )
}

function WaveHead({ detail: { wave, size, previous } }: { detail: WaveDetail }) {
  const polite = usePolite()
  const { word, tone, icon, line } = waveStateWords[wave.state]
  const facts = [
    channelWords[wave.channel],
    periodWords(wave),
    `目标 ${percentWords(wave.target)}，误差 ±${(wave.margin * 100).toFixed(1)}%`,
    `${size.completed} 份回答，问 ${wave.sampleSize || size.asked} 人`,
    size.rightToClaim !== undefined && `平均对 ${size.rightToClaim} 份才算达标`,
    previous && `和“${previous.title}”比`
  ]
  return (
    <View className="wave-view__head">
      <View className="wave-view__row">
        <View className="wave-view__title" role="heading" aria-level={2}>
          {wave.title}
        </View>
        <StateChip word={word} tone={tone} icon={icon} />
      </View>
      <View className="wave-view__line">{facts.filter(Boolean).join(' · ')}</View>
      <View className="wave-view__line wave-view__line--next">{polite(line)}</View>
    </View>
  )
}
