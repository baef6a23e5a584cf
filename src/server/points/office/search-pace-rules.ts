/** Whoever looks for one person types a name or two; whoever reads off the town types all day. */
const SEARCHES_MAX = 20
const WINDOW_MILLISECONDS = 60_000

/**
 * The moments of somebody's searches with one more, those a minute old or older left out.
 * @returns undefined where there were as many as may be within the minute; what is refused does not count.
 */
export function withSearch(before: readonly Date[], now: Date): Date[] | undefined {
  // A clock that was put back must not keep anybody waiting for longer than it would have.
  const recent = before.filter(moment => Math.abs(now.getTime() - moment.getTime()) < WINDOW_MILLISECONDS)
  return recent.length < SEARCHES_MAX ? [...recent, now] : undefined
}
