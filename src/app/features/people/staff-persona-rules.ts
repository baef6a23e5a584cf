import type { Persona } from '#contract/people'
import { personaGroups } from '#app/words/people'

/** The personas with something to do at a desk, in the order of the cast. */
export const staffPersonas: readonly Persona[] = personaGroups
  .flatMap(group => group.personas)
  .filter(persona => !['resident', 'neighbour', 'organiser'].includes(persona))
