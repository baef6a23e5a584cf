import { useState } from 'react'
import { keptWaveForm } from '#app/features/awareness/wave-form-store'
import { faultsOf, planOf, startForm, type PlanFaults, type WaveForm } from '#app/features/awareness/wave-plan-rules'
import { useAct } from '#app/features/organising/use-act'
import { staffPaths } from '#app/platform/staff-paths'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import { replace } from '#app/platform/navigation'

/** What is typed of a plan, kept on the device at every change until the survey is made. */
export function useWavePlan() {
  const [kept] = useState(() => keptWaveForm.read())
  const [form, setForm] = useState<WaveForm>(kept ?? startForm)
  const [isTold, setIsTold] = useState(false)
  const { act, isActing, fault } = useAct()
  const change = (more: Partial<WaveForm>) =>
    setForm(before => {
      const next = { ...before, ...more }
      keptWaveForm.write(next)
      return next
    })
  const startOver = () => {
    keptWaveForm.remove()
    setForm(startForm)
    setIsTold(false)
  }
  const send = async () => {
    setIsTold(true)
    if (Object.keys(faultsOf(form)).length > 0) return
    await act(async () => {
      const { waveId } = await sendOnce('wave', planOf(form), keyed => call.quizzes.createWave(keyed))
      keptWaveForm.remove()
      replace(staffPaths.wave, { wave: waveId })
    }, '计划存好了')
  }
  const faults: PlanFaults = isTold ? faultsOf(form) : {}
  return { form, change, faults, isKept: kept !== undefined, startOver, send, isSending: isActing, fault }
}
export type WavePlanning = ReturnType<typeof useWavePlan>
