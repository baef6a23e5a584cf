import type { MyShift } from '#contract/volunteering-shapes'
import { call } from '#app/platform/call-operation'
import { usePerson } from '#app/platform/session'
import { useAsked } from '#app/platform/use-asked'

/** Coming and present shifts, soonest first, then those of the last 30 days; none for who is signed out. */
export function useMyShifts() {
  const personId = usePerson()?.personId
  return useAsked(async (): Promise<MyShift[]> => (personId ? (await call.volunteering.listMyShifts({})).shifts : []), [personId])
}
