import { GUARDIAN_AGE } from '#contract/volunteering-states'

/** Completed years on a business date; who is born on 29 February is a year older on 1 March of other years. Both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) >= birthDate.slice(5) ? years : years - 1
}

/** 未成年人: under 14 a guardian agrees first. */
export const needsGuardian = (birthDate: string, on: string) => ageOn(birthDate, on) < GUARDIAN_AGE
