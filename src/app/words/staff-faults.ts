import { Refused } from '#app/platform/refused'
import { wordsForError } from '#app/words/refusals'
import { missingWords } from '#app/words/staff-reasons'

/** The fields the server found fault with, by path; empty for every other refusal. */
export function faultPaths(error: unknown): string[] {
  if (!(error instanceof Refused) || error.code !== 'bad-input') return []
  const faults = (error.data?.faults ?? []) as { path?: string }[]
  return faults.flatMap(({ path }) => (path ? [path] : []))
}

const moveFaults: Record<string, string> = {
  reviewOn: '复看的日子要在明天到三十天之内，写成 2026-12-01 这样。',
  masterId: '这一件并不进去：要么还在办，要么七天内结案的。换一件。',
  photoIds: '照片没传成，去掉再拍一张。',
  reasonCode: missingWords['reason-code'],
  note: '写一句，五百字以内。',
  unitId: missingWords.unit,
  referredTo: '转给谁，四十字以内。',
  referenceNumber: '对方的编号，四十字以内。',
  summary: '一句话结果写 2 到 120 个字。',
  photos: '照片有变化，关上再打开选一次。'
}

/** A refusal over a case: where the server names the field, so does the sentence. */
export function wordsForMove(error: unknown): string {
  const known = faultPaths(error).map(path => moveFaults[path.split('.')[0] ?? ''])
  return known.find(words => words !== undefined) ?? wordsForError(error)
}
