import type { SampleUnit } from '#contract/awareness-shapes'
import { surveyLink } from '#app/features/awareness/survey-link-rules'
import { ageBandWords, sexWords } from '#app/words/awareness'

export const CARDS_A_PAGE = 8

/** Cards eight by eight, as they lie on A4. */
export const pagesOf = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / CARDS_A_PAGE) }, (_, page) => rows.slice(page * CARDS_A_PAGE, (page + 1) * CARDS_A_PAGE))

export const listHeads = ['编号', '社区', '性别', '年龄', '链接'] as const

/** The list to send from: who by number and place, and their link; no name is known and none is asked for. */
export const listRows = (units: readonly SampleUnit[], nameOf: (communityId: string) => string, base: string): string[][] =>
  units.map(({ number, communityId, sex, ageBand, token }) => [
    ...[String(number), nameOf(communityId), sexWords[sex], ageBandWords[ageBand], surveyLink(token, base)]
  ])

/** Nothing in a cell may be taken for a formula by whatever opens the file (OWASP: CSV injection). */
const safe = (cell: string) => (/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** With the mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]) =>
  `\ufeff${rows.map(row => row.map(cell => quoted(safe(cell))).join(',')).join('\r\n')}\r\n`
