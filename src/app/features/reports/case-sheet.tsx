import type { ReportDetail } from '#contract/report-shapes'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { CaseCorrectSheet } from '#app/features/reports/case-correct-sheet.tsx'
import type { CaseStep } from '#app/features/reports/case-key-rules'
import type { MoveDraft } from '#app/features/reports/case-move-rules'
import { CaseMoveSheet } from '#app/features/reports/case-move-sheet.tsx'
import { CasePublishSheet } from '#app/features/reports/case-publish-sheet.tsx'
import { AskSuspensionSheet, DeclineSuspensionSheet } from '#app/features/reports/case-suspension-sheet.tsx'
import { caseActionWords } from '#app/words/staff-moves'

interface Props {
  report: ReportDetail
  step: CaseStep
  /** What was typed when this sheet was last open. */
  kept?: MoveDraft
  onKeep: (draft: MoveDraft) => void
  readAgain: () => Promise<ReportDetail | undefined>
  onDone: (sentence: string) => void
  onUnpublish: () => void
  onClose: () => void
}

/** The sheet of one step, whichever it is. */
export function CaseSheet({ step, kept, onKeep, onUnpublish, ...shared }: Props) {
  if (step.kind === 'move') return <CaseMoveSheet {...shared} move={step.move} kept={kept} onKeep={onKeep} onMoved={shared.onDone} />
  if (step.action === 'askSuspension') return <AskSuspensionSheet {...shared} />
  if (step.action === 'declineSuspension') return <DeclineSuspensionSheet {...shared} />
  if (step.action === 'correct') return <CaseCorrectSheet {...shared} />
  if (step.action === 'publish') return <CasePublishSheet {...shared} />
  return (
    <ConfirmDialog
      isOpen
      title={caseActionWords.unpublish.question}
      sentence="居民就看不到了，案件本身不变。"
      confirmWord={caseActionWords.unpublish.word}
      isDanger
      onConfirm={onUnpublish}
      onClose={shared.onClose}
    />
  )
}
