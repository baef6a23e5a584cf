import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { listWaveRows } from '#server/quizzes/awareness/wave-store'
import { requireOffice, toWave } from '#server/quizzes/awareness/wave-view'

export const listWaves = query(contract.listWaves, async ({ input, caller, reading, city }) => {
  requireOffice(caller, city)
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const rows = await listWaveRows(reading, PAGE_SIZE + 1, cursor && { at: momentOf(cursor.at), id: cursor.id })
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1)?.wave : undefined
  return { waves: page.map(toWave), ...(last && { nextCursor: writeCursor({ at: last.createdAt.toISOString(), id: last.waveId }) }) }
})
