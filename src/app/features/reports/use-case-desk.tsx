import { useRef, useState, type ReactNode } from 'react'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { stepsOf, type CaseStep } from '#app/features/reports/case-key-rules'
import type { MoveDraft } from '#app/features/reports/case-move-rules'
import { CaseMoveSheet } from '#app/features/reports/case-move-sheet.tsx'
import { CasePublishSheet } from '#app/features/reports/case-publish-sheet.tsx'
import { AskSuspensionSheet, DeclineSuspensionSheet } from '#app/features/reports/case-suspension-sheet.tsx'
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
  isSheetOpen: boolean
  choose: (step: CaseStep) => void
  /** The open sheet; stands anywhere inside the screen. */
  sheet: ReactNode
}

/** A case with all that can be done to it. `onMoved` hears of a move that was made. */
export function useCaseDesk(reportId: string, onMoved: (reportId: string) => void): CaseDesk {
  const reading = useCase(reportId)
  const { report } = reading
  const isPublisher = usePerson()?.grants.some(({ role }) => publishers.includes(role)) ?? false
  const [open, setOpen] = useState<{ reportId: string; step: CaseStep } | undefined>(undefined)
  const drafts = useRef(new Map<string, MoveDraft>())
  const steps = report ? stepsOf(report, { isPublisher }) : []
  const step = open?.reportId === reportId ? open.step : undefined
  const choose = (next: CaseStep) => setOpen({ reportId, step: next })
  const close = () => setOpen(undefined)

  const isShown = useWorkIsShown()
  const letters = steps.flatMap(one => [one.key, one.key.toUpperCase()].map(key => [key, () => choose(one)] as const))
  useKeys(Object.fromEntries(letters), isShown && !step)

  const finish = async (sentence: string) => {
    close()
    toast(sentence)
    drafts.current.clear()
    onMoved(reportId)
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
  if (!report || !step) return { reading, steps, isSheetOpen: false, choose, sheet: null }

  const shared = {
    report,
    readAgain: reading.again,
    onClose: close,
    onDone: (sentence: string) => void finish(`${report.number} ${sentence}`)
  }
  const name = `${reportId} ${stepName(step)}`
  const sheets: Record<string, () => ReactNode> = {
    askSuspension: () => <AskSuspensionSheet {...shared} />,
    declineSuspension: () => <DeclineSuspensionSheet {...shared} />,
    publish: () => <CasePublishSheet {...shared} />,
    unpublish: () => (
      <ConfirmDialog
        isOpen
        title={caseActionWords.unpublish.question}
        sentence="居民就看不到了，案件本身不变。"
        confirmWord={caseActionWords.unpublish.word}
        isDanger
        onConfirm={() => void unpublish()}
        onClose={close}
      />
    )
  }
  const sheet =
    step.kind === 'action' ? (
      sheets[step.action]?.()
    ) : (
      <CaseMoveSheet
        key={name}
        report={report}
        move={step.move}
        kept={drafts.current.get(name)}
        onKeep={draft => drafts.current.set(name, draft)}
        readAgain={reading.again}
        onMoved={sentence => void finish(sentence)}
        onClose={close}
      />
    )
  return { reading, steps, isSheetOpen: true, choose, sheet }
}
