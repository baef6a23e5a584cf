import { COOL_DOWN_DAYS, COOL_DOWN_FAULTS, COOL_DOWN_WINDOW_DAYS, type SignUpState } from '#contract/volunteering-states'

const DAY_MILLISECONDS = 86_400_000

/** Leaving late and staying away; an excused one is forgotten. */
export const faultStates = ['cancelled_late', 'no_show'] as const satisfies readonly SignUpState[]

export const isFault = (state: SignUpState) => (faultStates as readonly SignUpState[]).includes(state)

/** From when on faults count now. */
export const faultsSince = (now: Date) => new Date(now.getTime() - COOL_DOWN_WINDOW_DAYS * DAY_MILLISECONDS)

/**
 * Until when somebody has one live sign-up at a time: 14 days after the fault that was the second within 90 days.
 * @param faults when they happened, in any order.
 */
export function coolDownOf(faults: readonly Date[]): Date | undefined {
  const newestFirst = faults.map(fault => fault.getTime()).sort((a, b) => b - a)
  for (const [n, latest] of newestFirst.entries()) {
    const earliest = newestFirst[n + COOL_DOWN_FAULTS - 1]
    if (earliest !== undefined && latest - earliest <= COOL_DOWN_WINDOW_DAYS * DAY_MILLISECONDS)
      return new Date(latest + COOL_DOWN_DAYS * DAY_MILLISECONDS)
  }
  return undefined
}
