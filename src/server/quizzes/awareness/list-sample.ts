import type { SampleLine } from '#contract/awareness-shapes'
import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { PAGE_SIZE } from '#contract/shapes'
import { readCursor, wholeOf, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { listSampleRows } from '#server/quizzes/awareness/sample-store'
import { findWave } from '#server/quizzes/awareness/wave-store'
import { requireOffice } from '#server/quizzes/awareness/wave-view'
import { refuse } from '#server/refusal'

function toLine(row: Awaited<ReturnType<typeof listSampleRows>>[number]): SampleLine {
  const { sampleId, number, communityId, ageBand, sex, answeredAt, reason, note, saidAt } = row
  const said = !answeredAt && reason && saidAt ? { reason, ...(note !== null && { note }), at: saidAt.toISOString() } : undefined
  return {
    ...{ sampleId, number, communityId, ageBand, sex },
    standing: answeredAt ? 'answered' : said ? 'silent' : 'left',
    ...(said && { nonResponse: said })
  }
}

/** The number a page ended with. */
const numberOf = (cursor: string): number => wholeOf(readCursor(cursor, ['number']).number)

export const listSample = query(contract.listSample, async ({ input, caller, reading, city }) => {
  requireOffice(caller, city)
  const { cursor, ...filter } = input
  if (!(await findWave(reading, input.waveId))) refuse('not-found')
  const rows = await listSampleRows(reading, { ...filter, after: cursor === undefined ? undefined : numberOf(cursor) }, PAGE_SIZE + 1)
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return { units: page.map(toLine), ...(last && { nextCursor: writeCursor({ number: String(last.number) }) }) }
})
