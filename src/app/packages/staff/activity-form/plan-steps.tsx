import { View } from '@tarojs/components'
import { useState, type FunctionComponent } from 'react'
import type { Activity } from '#contract/volunteering-shapes'
import { Button } from '#app/components/button.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { faultsOf, planSteps, type ActivityPlan, type PlanStep } from '#app/features/organising/activity-plan-rules'
import { CheckStep } from '#app/packages/staff/activity-form/check-step.tsx'
import { GatesStep } from '#app/packages/staff/activity-form/gates-step.tsx'
import { SafetyStep } from '#app/packages/staff/activity-form/safety-step.tsx'
import type { StepProps } from '#app/packages/staff/activity-form/step-shape'
import { WhatStep } from '#app/packages/staff/activity-form/what-step.tsx'
import { WhenStep } from '#app/packages/staff/activity-form/when-step.tsx'
import { WhereStep } from '#app/packages/staff/activity-form/where-step.tsx'
import { useSendPlan } from '#app/packages/staff/activity-form/use-send-plan'
import { useNow } from '#app/platform/use-now'
import { useIsWide } from '#app/platform/use-is-wide'
import './plan-steps.scss'

const stepWords: Record<PlanStep, string> = {
  what: '做什么',
  where: '在哪里',
  when: '什么时候',
  safety: '安全',
  gates: '谁能来',
  check: '看一遍'
}

const parts: Record<Exclude<PlanStep, 'check'>, FunctionComponent<StepProps>> = {
  what: WhatStep,
  where: WhereStep,
  when: WhenStep,
  safety: SafetyStep,
  gates: GatesStep
}

interface Props {
  title: string
  plan: ActivityPlan
  /** The activity on the server that is being changed; absent while planning a new one. */
  saved?: Activity
  onChange: (more: Partial<ActivityPlan>) => void
  onSent: () => void
}

/** The steps of planning, one on the screen; on a desktop all their names beside it. */
export function PlanSteps({ title, plan, saved, onChange, onSent }: Props) {
  const steps: readonly PlanStep[] = saved ? planSteps.filter(step => step !== 'when') : planSteps
  const [step, setStep] = useState<PlanStep>('what')
  // Faults are shown once one has tried to go on: nobody likes to be scolded by an empty form.
  const [isTold, setIsTold] = useState<Partial<Record<PlanStep, boolean>>>({})
  const faults = faultsOf(plan, useNow(), saved !== undefined)
  const sending = useSendPlan(plan, saved, onSent)
  const isWide = useIsWide()
  const place = steps.indexOf(step)
  const goTo = (next: PlanStep) => {
    setIsTold({ ...isTold, [step]: true })
    setStep(next)
  }
  const forward = () => {
    setIsTold({ ...isTold, [step]: true })
    if (faults[step].length === 0) setStep(steps[place + 1] ?? 'check')
  }
  const send = (isDraft: boolean) => (isDraft || faults.check.length === 0 ? void sending.send(isDraft) : undefined)
  if (sending.isSent) {
    return (
      <Screen title={title}>
        <Skeleton shape="card" count={2} />
      </Screen>
    )
  }
  const Part = step === 'check' ? undefined : parts[step]
  const shown = isTold[step] ? faults[step] : []
  const foot =
    step === 'check' ? (
      <SendButtons sending={sending} isSaved={saved !== undefined} isReady={faults.check.length === 0} onSend={send} />
    ) : (
      <Button word="下一步" onPress={forward} />
    )
  return (
    <Screen title={title} width={isWide ? 'wide' : 'column'} footer={isWide ? undefined : foot}>
      <View className="plan-steps">
        {isWide ? (
          <View className="plan-steps__names">
            {steps.map(name => (
              <Pressable
                key={name}
                className={`plan-steps__name${name === step ? ' plan-steps__name--now' : ''}`}
                isCurrent={name === step}
                onPress={() => goTo(name)}
              >
                {stepWords[name]}
              </Pressable>
            ))}
          </View>
        ) : (
          <ProgressSteps words={steps.map(name => stepWords[name])} current={place} />
        )}
        <View className="plan-steps__part">
          {Part ? (
            <Part plan={plan} onChange={onChange} faults={shown} saved={saved} />
          ) : (
            <CheckStep plan={plan} faults={faults} saved={saved} stepWords={stepWords} fault={sending.fault} onGo={setStep} />
          )}
          {!isWide && place > 0 && (
            <View className="plan-steps__back">
              <Button word="上一步" icon="back" look="quiet" isNarrow onPress={() => setStep(steps[place - 1] ?? 'what')} />
            </View>
          )}
          {isWide && <View className="plan-steps__foot">{foot}</View>}
        </View>
      </View>
    </Screen>
  )
}

interface SendProps {
  sending: ReturnType<typeof useSendPlan>
  isSaved: boolean
  isReady: boolean
  onSend: (isDraft: boolean) => void
}

function SendButtons({ sending, isSaved, isReady, onSend }: SendProps) {
  if (isSaved) return <Button word="保存" isLoading={sending.isActing} isDisabled={!isReady} onPress={() => onSend(false)} />
  return (
    <View className="plan-steps__send">
      <View className="plan-steps__send-one">
        <Button word="先存草稿" look="quiet" isDisabled={sending.isActing || !isReady} onPress={() => onSend(true)} />
      </View>
      <View className="plan-steps__send-one">
        <Button word="交给审核" isLoading={sending.isActing} isDisabled={!isReady} onPress={() => onSend(false)} />
      </View>
    </View>
  )
}
