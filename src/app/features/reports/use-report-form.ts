import { useEffect, useState } from 'react'
import type { SimilarReport } from '#contract/report-shapes'
import { dropPhotos } from '#app/features/reports/draft-photos'
import { isStarted, missingOf, needsTime, withArrival, type ObservedChoice } from '#app/features/reports/report-draft-rules'
import { reportDraft, useReportDraft } from '#app/features/reports/report-draft-store'
import type { QueuedEntry } from '#app/features/reports/queued-report-rules'
import { useCategories } from '#app/features/reports/use-categories'
import { useReportPhotos } from '#app/features/reports/use-report-photos'
import { useReportPlace } from '#app/features/reports/use-report-place'
import { useSending } from '#app/features/reports/use-sending'
import { useSimilarReports } from '#app/features/reports/use-similar-reports'
import { call } from '#app/platform/call-operation'
import { useArrival } from '#app/platform/navigation'
import { isOnline } from '#app/platform/network'
import { Refused } from '#app/platform/refused'
import { refreshPerson, requireSignIn } from '#app/platform/session'
import { policyVersion } from '#app/words/privacy'
import { wordsForError } from '#app/words/refusals'
import { placeWords } from '#app/words/report-form'
import { queuedRefusalWords } from '#app/words/report-queue'

/** What the person is asked before the report may go. */
export type Asking = 'consent' | 'similar' | undefined

/** `stop`: the person was brought elsewhere. Without network nobody is asked anything: the server asks when it is reached. */
async function checkSender(): Promise<'go' | 'stop' | 'consent'> {
  if (!isOnline()) return 'go'
  const person = await requireSignIn()
  if (!person) return 'stop'
  return person.consentedPolicy === policyVersion ? 'go' : 'consent'
}

/** Opens the camera at once for somebody who came by a quick button and has begun nothing. */
function useQuickArrival(categories: ReturnType<typeof useCategories>['categories'], openCamera: () => Promise<void>) {
  const arrival = useArrival('/pages/report/index')
  useEffect(() => {
    if (!arrival?.category) return
    const { category } = arrival
    const wasStarted = isStarted(reportDraft.get())
    reportDraft.change(draft => withArrival(draft, category, categories ?? []))
    if (!wasStarted) void openCamera()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each arrival
  }, [arrival])
  // The name follows where the list came after the arrival.
  useEffect(() => {
    const { category } = reportDraft.get()
    if (category && !category.name && categories) reportDraft.change(draft => withArrival(draft, category.code, categories))
  }, [categories, arrival])
}

/** Everything the capture page does; the page only draws it. */
export function useReportForm() {
  const draft = useReportDraft()
  const { categories, error: categoriesError, again: askCategories } = useCategories()
  const place = useReportPlace()
  const photos = useReportPhotos(place.locateIfUnset)
  const similar = useSimilarReports(draft.category?.code, draft.point)
  const [asking, setAsking] = useState<Asking>(undefined)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [hasTried, setHasTried] = useState(false)
  const [seenSimilar, setSeenSimilar] = useState<readonly SimilarReport[] | undefined>(undefined)
  const [followed, setFollowed] = useState<{ reportId: string; followerCount: number } | undefined>(undefined)
  useQuickArrival(categories, photos.fromCamera)

  const onRefused = (refusal: NonNullable<QueuedEntry['refusal']>) => {
    setFault(queuedRefusalWords(refusal))
    if (refusal.code === 'consent-needed') setAsking('consent')
    if (refusal.code === 'not-signed-in') void refreshPerson().catch(() => undefined)
  }
  const sending = useSending(onRefused)
  const missing = missingOf(draft)

  const queue = async () => {
    setAsking(undefined)
    setFault(undefined)
    if (await sending.send(place.name.kind === 'named' ? placeWords(place.name.place) : undefined)) setHasTried(false)
  }
  const send = async () => {
    setHasTried(true)
    if (missing.length > 0) return
    const answer = await checkSender().catch(() => 'go' as const)
    if (answer === 'consent') setAsking('consent')
    else if (answer === 'go' && similar.length > 0 && seenSimilar !== similar) askSimilar()
    else if (answer === 'go') await queue()
  }
  const askSimilar = () => {
    setSeenSimilar(similar)
    setAsking('similar')
  }
  const discard = () => {
    void dropPhotos(draft.photos)
    reportDraft.clear()
    setFault(undefined)
    setHasTried(false)
  }
  const follow = async ({ reportId }: SimilarReport) => {
    const answer = await checkSender()
    if (answer !== 'go') {
      setAsking(answer === 'consent' ? 'consent' : undefined)
      return
    }
    try {
      setFollowed(await call.reports.followReport({ reportId }))
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'already-followed')) throw error
      setFollowed({ reportId, followerCount: 0 })
    }
    setAsking(undefined)
    discard()
  }

  return {
    draft,
    ...{ categories, categoriesError, askCategories, place, photos, similar, asking, setAsking, fault, setFault },
    missing,
    missingShown: hasTried ? missing : [],
    asksTime: needsTime(draft),
    isStarted: isStarted(draft),
    outgoing: sending.outgoing,
    followed,
    change: {
      category: (category: { code: string; name: string }) => reportDraft.change(now => ({ ...now, category })),
      text: (text: string) => reportDraft.change(now => ({ ...now, text })),
      showsName: (showsNameToUnit: boolean) => reportDraft.change(now => ({ ...now, showsNameToUnit })),
      observed: (observedChoice: ObservedChoice) => reportDraft.change(now => ({ ...now, observedChoice }))
    },
    ...{ send, queue, discard, askSimilar },
    follow: (report: SimilarReport) => follow(report).catch((error: unknown) => setFault(wordsForError(error))),
    startAnew: () => {
      sending.forget()
      setFollowed(undefined)
    }
  }
}

export type ReportForm = ReturnType<typeof useReportForm>
