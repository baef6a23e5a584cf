import { fieldingOperations as contract } from '#contract/quizzes-fielding'
import { query } from '#server/operation'
import { countHeldOf, listFieldedBy } from '#server/quizzes/fielding/fielding-store'

/** Small enough to be asked wherever somebody looks for their work; forms and places come with the list itself. */
export const getMyFieldwork = query(contract.getMyFieldwork, async ({ caller: { personId }, reading }) => {
  const waves = await listFieldedBy(reading, personId)
  const held = waves.length > 0 ? await countHeldOf(reading, personId) : new Map<string, number>()
  return { waves: waves.map(({ waveId, plan: { title } }) => ({ waveId, title, heldCount: held.get(waveId) ?? 0 })) }
})
