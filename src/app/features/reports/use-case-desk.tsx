import { useRef, useState, type ReactNode } from 'react'
import { stepsOf, type CaseStep } from '#app/features/reports/case-key-rules'
import type { MoveDraft } from '#app/features/reports/case-move-rules'
import { CaseSheet } from '#app/features/reports/case-sheet.tsx'
import { stepName } from '#app/features/reports/case-steps.tsx'
import { useCase, type CaseReading } from '#app/features/reports/use-case'
import { useWorkIsShown } from '#app/features/reports/use-work-is-shown'
import { call } from '#app/platform/call-operation'
import { useKeys } from '#app/platform/keyboard'
import { usePerson } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { wordsForError } from '#app/words/refusals'
import { caseActionWords } from '#app/words/staff-moves'

const publishers: readonly string[] = ['reviewer', 'verifier', 'supervisor']

export interface CaseDesk {
  reading: CaseReading
  steps: readonly CaseStep[]
  choose: (step: CaseStep) => void
  /** The open sheet; stands anywhere inside the screen. */
  sheet: ReactNode
}

const keysOf = (steps: readonly CaseStep[], choose: (step: CaseStep) => void) =>
  Object.fromEntries(
    steps.filter(({ key }) => key !== '').flatMap(step => [step.key, step.key.toUpperCase()].map(key => [key, () => choose(step)] as const))
  )

/** A case with all that can be done to it. `onDone` hears of whatever was done, and whether the case has moved by it. */
export function useCaseDesk(reportId: string, onDone: (reportId: string, hasMoved: boolean) => void): CaseDesk {
  const reading = useCase(reportId)
  const { report } = reading
  const isPublisher = usePerson()?.grants.some(({ role }) => publishers.includes(role)) ?? false
  const [open, setOpen] = useState<{ reportId: string; step: CaseStep } | undefined>(undefined)
  const drafts = useRef(new Map<string, MoveDraft>())
  const steps = report ? stepsOf(report, { isPublisher }) : []
  const step = open?.reportId === reportId ? open.step : undefined
  const choose = (next: CaseStep) => setOpen({ reportId, step: next })
  useKeys(keysOf(steps, choose), useWorkIsShown() && !step)

  const finish = async (sentence: string) => {
    setOpen(undefined)
    toast(sentence)
    drafts.current.clear()
    onDone(reportId, step?.kind === 'move')
    await reading.again()
  }
  const unpublish = async () => {
    try {
      await call.reports.unpublishReport({ reportId })
      await finish(caseActionWords.unpublish.done)
    } catch (error) {
      toast(wordsForError(error))
    }
  }
  const name = step && `${reportId} ${stepName(step)}`
  const sheet = report && step && name && (
    <CaseSheet
      key={name}
      report={report}
      step={step}
      kept={drafts.current.get(name)}
      onKeep={draft => drafts.current.set(name, draft)}
      readAgain={reading.again}
      onDone={sentence => void finish(sentence)}
      onUnpublish={() => void unpublish()}
      onClose={() => setOpen(undefined)}
    />
  )
  return { reading, steps, choose, sheet }
}
