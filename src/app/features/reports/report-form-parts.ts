import type { Missing } from '#app/features/reports/report-draft-rules'

/** What may keep a report from going. */
export type Wanting = Missing | 'outside'

/** Where on the form each of it is set. */
export const partIds: Readonly<Record<Wanting, string>> = {
  photo: 'report-photo',
  category: 'report-category',
  place: 'report-place',
  outside: 'report-place',
  landmark: 'report-place',
  time: 'report-time',
  sentence: 'report-sentence'
}
