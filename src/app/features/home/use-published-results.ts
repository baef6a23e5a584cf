import { call } from '#app/platform/call-operation'
import { useAskedKept } from '#app/platform/use-asked-kept'

/** As many as a home page ever shows, and no more are kept on the phone. */
const SHOWN_MAX = 6

/** Of my community where something was published there, otherwise of the whole city. */
async function askForResults(communityId?: string) {
  if (communityId) {
    const near = await call.reports.listPublishedReports({ communityId })
    if (near.reports.length > 0) return { isNear: true, reports: near.reports.slice(0, SHOWN_MAX) }
  }
  const all = await call.reports.listPublishedReports({})
  return { isNear: false, reports: all.reports.slice(0, SHOWN_MAX) }
}

/** The newest published results near me; without network those of last time. */
export const usePublishedResults = (communityId: string | undefined) =>
  useAskedKept('published-results', () => askForResults(communityId), [communityId])
