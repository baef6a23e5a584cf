import { useEffect, type PropsWithChildren } from 'react'
import { sendQueuedReport } from '#app/features/reports/send-queued-report'
import { fetchPagesAhead } from '#app/platform/fetch-pages'
import { startOutbox } from '#app/platform/outbox'
import { resumeSession } from '#app/platform/session'
import './components/icon.scss'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useEffect(() => {
    resumeSession()
    startOutbox({ 'submit-report': sendQueuedReport })
    fetchPagesAhead()
  }, [])
  return children
}
