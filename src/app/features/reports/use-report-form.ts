import { useState } from 'react'
import type { SimilarReport } from '#contract/report-shapes'
import { checkSender } from '#app/features/reports/check-sender'
import { dropPhotos } from '#app/features/reports/draft-photos'
import { followSimilarReport, type FollowedReport } from '#app/features/reports/follow-similar-report'
import type { QueuedEntry } from '#app/features/reports/queued-report-rules'
import {
  isApproximate,
  isStarted,
  missingOf,
  needsTime,
  textMax,
  type ObservedChoice,
  type ReportDraft
} from '#app/features/reports/report-draft-rules'
import { partIds, type Wanting } from '#app/features/reports/report-form-parts'
import { reportDraft, useReportDraft } from '#app/features/reports/report-draft-store'
import { useCategories } from '#app/features/reports/use-categories'
import { useQuickArrival } from '#app/features/reports/use-quick-arrival'
import { useReportPhotos } from '#app/features/reports/use-report-photos'
import { useReportPlace } from '#app/features/reports/use-report-place'
import { useSending } from '#app/features/reports/use-sending'
import { useSimilarReports } from '#app/features/reports/use-similar-reports'
import { isOnline } from '#app/platform/network'
import { bringIntoView } from '#app/platform/page-place'
import { refreshPerson } from '#app/platform/session'
import { wordsForError } from '#app/words/refusals'
import { placeWords } from '#app/words/report-form'
import { queuedRefusalWords } from '#app/words/report-queue'

/** What the person is asked before the report may go. */
export type Asking = 'consent' | 'similar' | undefined

const change = {
  category: (category: NonNullable<ReportDraft['category']>) => reportDraft.change(draft => ({ ...draft, category })),
  landmark: (landmark: string) => reportDraft.change(draft => ({ ...draft, landmark })),
  text: (text: string) => reportDraft.change(draft => ({ ...draft, text })),
  showsName: (showsNameToUnit: boolean) => reportDraft.change(draft => ({ ...draft, showsNameToUnit })),
  observed: (observedChoice: ObservedChoice) => reportDraft.change(draft => ({ ...draft, observedChoice }))
}

/** What the form is made of: the draft, and what the server says around it. */
function useParts() {
  const draft = useReportDraft()
  const { categories, error: categoriesError, again: askCategories } = useCategories()
  const place = useReportPlace()
  const photos = useReportPhotos(place.locateIfUnset)
  const similar = useSimilarReports(draft.category?.code, isApproximate(draft) ? undefined : draft.point)
  useQuickArrival(categories, photos.fromCamera)
  return { draft, categories, categoriesError, askCategories, place, photos, similar }
}

/** Everything the capture page does; the page only draws it. */
export function useReportForm() {
  const parts = useParts()
  const { draft, place, similar } = parts
  const [asking, setAsking] = useState<Asking>(undefined)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [hasTried, setHasTried] = useState(false)
  const [seenSimilar, setSeenSimilar] = useState<readonly SimilarReport[] | undefined>(undefined)
  const [followed, setFollowed] = useState<FollowedReport | undefined>(undefined)
  const missing: Wanting[] = [...missingOf(draft), ...(place.name.kind === 'outside' ? (['outside'] as const) : [])]

  const sending = useSending((refusal: NonNullable<QueuedEntry['refusal']>) => {
    setFault(queuedRefusalWords(refusal))
    if (refusal.code === 'consent-needed') setAsking('consent')
    if (refusal.code === 'not-signed-in') void refreshPerson().catch(() => undefined)
  })
  const askSimilar = () => {
    setSeenSimilar(similar)
    setAsking('similar')
  }
  const queue = async () => {
    setAsking(undefined)
    setFault(undefined)
    if (await sending.send(place.name.kind === 'named' ? placeWords(place.name.place) : undefined)) setHasTried(false)
  }
  const send = async () => {
    setHasTried(true)
    const [first] = missing
    if (first) return bringIntoView(partIds[first])
    if (draft.text.length > textMax) return bringIntoView(partIds.sentence)
    const answer = await checkSender().catch(() => 'go' as const)
    if (answer === 'consent') setAsking('consent')
    else if (answer === 'go' && isOnline() && similar.length > 0 && seenSimilar !== similar) askSimilar()
    else if (answer === 'go') await queue()
  }
  const discard = () => {
    void dropPhotos(draft.photos)
    reportDraft.clear()
    setFault(undefined)
    setHasTried(false)
  }
  const follow = async (report: SimilarReport) => {
    try {
      const answer = await checkSender()
      setAsking(answer === 'consent' ? 'consent' : undefined)
      if (answer !== 'go') return
      setFollowed(await followSimilarReport(report))
      discard()
    } catch (error) {
      setFault(wordsForError(error))
    }
  }
  const startAnew = () => {
    sending.forget()
    setFollowed(undefined)
  }
  return {
    ...parts,
    ...{ change, asking, setAsking, fault, missing, followed, outgoing: sending.outgoing },
    missingShown: hasTried ? missing : [],
    asksTime: needsTime(draft),
    isStarted: isStarted(draft),
    ...{ send, queue, discard, askSimilar, follow, startAnew }
  }
}

export type ReportForm = ReturnType<typeof useReportForm>
