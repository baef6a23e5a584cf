/** Below this a phone's clock is as good as the header, which counts whole seconds. */
const DIFFERENCE_MILLISECONDS_MIN = 2_000

let offsetMilliseconds = 0

/** How far a phone's clock stands from the server's, by the `Date` header of an answer that just came; 0 where it says nothing. */
export function offsetBy(dateHeader: string | undefined, nowMilliseconds: number): number {
  const difference = Date.parse(dateHeader ?? '') - nowMilliseconds
  return Math.abs(difference) >= DIFFERENCE_MILLISECONDS_MIN ? difference : 0
}

export function noteServerTime(dateHeader: string | undefined) {
  if (dateHeader) offsetMilliseconds = offsetBy(dateHeader, Date.now())
}

/** The present by the server's clock, as far as it was heard of: for what ends at an instant the server set. */
export const serverNow = () => Date.now() + offsetMilliseconds
