import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import type { CaseStep } from '#app/features/reports/case-key-rules'
import './case-steps.scss'

interface Props {
  steps: readonly CaseStep[]
  onStep: (step: CaseStep) => void
}

export const stepName = (step: CaseStep) => (step.kind === 'move' ? `move-${step.move.to}` : `action-${step.action}`)

/** The one likely step wide at the thumb, the others beside it. */
export function CaseSteps({ steps, onStep }: Props) {
  const main = steps.find(step => step.kind === 'move' && step.look === 'primary')
  const others = steps.filter(step => step !== main)
  const draw = (step: CaseStep) => (
    <View
      key={stepName(step)}
      className={`case-steps__step case-steps__step--${step === main ? 'main' : 'other'}`}
      data-step={stepName(step)}
    >
      <Button word={step.word} keyWord={step.key.toUpperCase()} look={step === main ? 'primary' : 'quiet'} onPress={() => onStep(step)} />
    </View>
  )
  if (steps.length === 0) return <View className="case-steps__none">现在没有等你做的事。</View>
  return (
    <View className="case-steps" role="group" aria-label="可以做的">
      {main && draw(main)}
      {others.length > 0 && <View className="case-steps__others">{others.map(draw)}</View>}
    </View>
  )
}
