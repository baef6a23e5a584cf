import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

/** How many wait in each queue; asked again after every move. */
export const useWorkCounts = () => useAsked(() => call.reports.countWork({}), [])
