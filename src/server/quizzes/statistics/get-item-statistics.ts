import type { ItemStatistics, OptionStatistics } from '#contract/quizzes-statistics'
import { quizzes as contract } from '#contract/quizzes'
import { PAGE_SIZE } from '#contract/shapes'
import { readCursor, wholeOf, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { facilityOf, restMeanOf } from '#server/quizzes/statistics/statistics-rules'
import { findCountedUntil, listStatistics, type ListedStatistics } from '#server/quizzes/statistics/statistics-store'
import { keyIdsOf } from '#server/quizzes/statistics/tick-item-statistics'
import { refuse } from '#server/refusal'

/** Every option of a choice, also those nobody chose. */
function optionsOf({ draft, counted }: ListedStatistics): OptionStatistics[] {
  if (!('optionIds' in draft.key)) return []
  const keyIds = keyIdsOf(draft)
  return (draft.options ?? []).map(({ optionId, text }) => {
    const sums = counted.options.find(option => option.optionId === optionId) ?? { count: 0, restCount: 0, restSum: 0 }
    const restMean = restMeanOf(sums)
    const share = sums.count / counted.answerCount
    return { optionId, text, isKey: keyIds.includes(optionId), count: sums.count, share, ...(restMean !== undefined && { restMean }) }
  })
}

function toItem(listed: ListedStatistics): ItemStatistics {
  const { counted, draft, state, topic } = listed
  const { questionId, version, answerCount: n, rightCount: right, discrimination, medianMilliseconds, flags } = counted
  return {
    ...{ questionId, version, state, type: draft.type, topic, stem: draft.stem, n, right, ...facilityOf({ n, right }) },
    ...(discrimination !== null && { discrimination }),
    options: optionsOf(listed),
    ...(medianMilliseconds !== null && { medianMilliseconds }),
    flags
  }
}

function afterOf(cursor: string) {
  const { flags, n, id } = readCursor(cursor, ['flags', 'n', 'id'])
  return { flagCount: wholeOf(flags), answerCount: wholeOf(n), questionId: id }
}

export const getItemStatistics = query(contract.getItemStatistics, async ({ input, caller, reading, city }) => {
  if (!worksOnBank(caller, city)) refuse('not-found')
  const { cursor, ...filter } = input
  const rows = await listStatistics(reading, filter, { after: cursor === undefined ? undefined : afterOf(cursor), limit: PAGE_SIZE + 1 })
  const last = rows[PAGE_SIZE - 1]?.counted
  const countedUntil = await findCountedUntil(reading)
  return {
    items: rows.slice(0, PAGE_SIZE).map(toItem),
    ...(rows.length > PAGE_SIZE &&
      last && { nextCursor: writeCursor({ flags: String(last.flagCount), n: String(last.answerCount), id: last.questionId }) }),
    ...(countedUntil && { countedUntil: countedUntil.toISOString() })
  }
})
