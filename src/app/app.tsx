import { useEffect, type PropsWithChildren } from 'react'
import { sendQueuedAttempt, sendQueuedInterview } from '#app/features/fielding/send-queued-interview'
import { sendQueuedSurvey } from '#app/features/fielding/send-queued-survey'
import { sendQueuedScan } from '#app/features/organising/send-queued-scan'
import { sendQueuedAnswer } from '#app/features/quizzes/send-queued-answer'
import { sendQueuedReport } from '#app/features/reports/send-queued-report'
import { fetchPagesAhead } from '#app/platform/fetch-pages'
import { startOutbox } from '#app/platform/outbox'
import { resumeSession } from '#app/platform/session'
import './components/icon.scss'
import './app.scss'

// Leaflet is too large for the first page, and nothing of it may reach the mini-program.
const loadedLate = process.env.TARO_ENV === 'h5' ? [() => import('#app/components/area-map-drawing')] : []

export default function App({ children }: PropsWithChildren) {
  useEffect(() => {
    resumeSession()
    startOutbox({
      'submit-report': sendQueuedReport,
      'desk-scan': sendQueuedScan,
      'quiz-answer': sendQueuedAnswer,
      survey: sendQueuedSurvey,
      interview: sendQueuedInterview,
      'interview-attempt': sendQueuedAttempt
    })
    fetchPagesAhead(loadedLate)
  }, [])
  return children
}
