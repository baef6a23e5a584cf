import { useRef } from 'react'
import type { AllowedMove, ReportDetail } from '#contract/report-shapes'
import { broughtBy, fieldsFor, missingIn, type MoveDraft } from '#app/features/reports/case-move-rules'
import { useCaseIntent } from '#app/features/reports/use-case-intent'
import { call } from '#app/platform/call-operation'
import { uploadPhoto } from '#app/platform/upload'

/** Makes one move of a case. Photos go up once, however often the sending is tried. */
export function useCaseMove(report: ReportDetail, move: AllowedMove, readAgain: () => Promise<ReportDetail | undefined>) {
  const intent = useCaseIntent(report, readAgain)
  const uploaded = useRef(new Map<string, string>())

  const idOf = async (path: string) => {
    const known = uploaded.current.get(path)
    if (known) return known
    const fileId = await uploadPhoto(path)
    uploaded.current.set(path, fileId)
    return fileId
  }

  const make = async (draft: MoveDraft) => {
    const missing = missingIn(draft, move, report.mode)
    if (missing) {
      intent.say(missing)
      return false
    }
    return intent.send(async sent => {
      const photoIds = await Promise.all(draft.photoPaths.map(idOf))
      const brought = broughtBy(draft, fieldsFor(report.state, move), photoIds)
      await call.reports.moveReport({ ...sent, reportId: report.reportId, to: move.to, ...brought })
    })
  }
  return { ...intent, make }
}
