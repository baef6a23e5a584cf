import { useState } from 'react'
import { reasonCodes } from '#contract/report-reasons'
import type { ReportDetail } from '#contract/report-shapes'
import type { REPORT_TEXT_MAX } from '#contract/reports'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { CaseReasonPicker } from '#app/features/reports/case-reason-picker.tsx'
import { CaseReviewPicker } from '#app/features/reports/case-review-picker.tsx'
import { CaseSheetFoot } from '#app/features/reports/case-sheet-foot.tsx'
import { useCaseIntent } from '#app/features/reports/use-case-intent'
import { call } from '#app/platform/call-operation'
import { caseActionWords } from '#app/words/staff-moves'
import { missingWords } from '#app/words/staff-reasons'

const NOTE_LENGTH: typeof REPORT_TEXT_MAX = 500

interface Props {
  report: ReportDetail
  readAgain: () => Promise<ReportDetail | undefined>
  onDone: (sentence: string) => void
  onClose: () => void
}

/** The unit says why it cannot go on and until when. */
export function AskSuspensionSheet({ report, readAgain, onDone, onClose }: Props) {
  const [reasonCode, setReasonCode] = useState<string | undefined>(undefined)
  const [note, setNote] = useState('')
  const [reviewOn, setReviewOn] = useState<string | undefined>(undefined)
  const intent = useCaseIntent(report, readAgain)
  const words = caseActionWords.askSuspension
  const confirm = async () => {
    if (!reasonCode) return intent.say(missingWords['reason-code'])
    if (!reviewOn) return intent.say(missingWords['review-date'])
    const ask = { reportId: report.reportId, reasonCode, reviewOn, ...(note.trim() && { note: note.trim() }) }
    if (await intent.send(sent => call.reports.askSuspension({ ...sent, ...ask }))) onDone(`${report.number} ${words.done}`)
  }
  const isGone = report.state !== 'handling' || report.suspensionRequest !== undefined
  return (
    <BottomSheet isOpen onClose={onClose} title={words.question}>
      <CaseReasonPicker codes={reasonCodes.suspended} value={reasonCode} onChange={setReasonCode} />
      <CaseReviewPicker now={new Date()} value={reviewOn} onChange={setReviewOn} />
      <TextArea label="补充说明（可不填）" value={note} onChange={setNote} lengthMax={NOTE_LENGTH} />
      <CaseSheetFoot intent={intent} word={words.word} keyWord={words.key} isGone={isGone} onConfirm={() => void confirm()} />
    </BottomSheet>
  )
}

/** A supervisor says no; the clock never stopped. */
export function DeclineSuspensionSheet({ report, readAgain, onDone, onClose }: Props) {
  const [note, setNote] = useState('')
  const intent = useCaseIntent(report, readAgain)
  const words = caseActionWords.declineSuspension
  const confirm = async () => {
    const said = { reportId: report.reportId, ...(note.trim() && { note: note.trim() }) }
    if (await intent.send(sent => call.reports.declineSuspension({ ...sent, ...said }))) onDone(`${report.number} ${words.done}`)
  }
  return (
    <BottomSheet isOpen onClose={onClose} title={words.question}>
      <TextArea label="给单位的话（可不填）" value={note} onChange={setNote} lengthMax={NOTE_LENGTH} />
      <CaseSheetFoot
        intent={intent}
        word={words.word}
        keyWord={words.key}
        isDanger
        isGone={report.suspensionRequest === undefined}
        onConfirm={() => void confirm()}
      />
    </BottomSheet>
  )
}
