import type { RefusalCode } from '#contract/refusals'
import { Offline, Refused } from '#app/platform/refused'

/** One sentence a code: the reason, then the way on. */
export const refusalWords: Record<RefusalCode | 'unexpected', string> = {
  'bad-input': '有一处填得不对，看看标红的地方，改好再发。',
  'not-signed-in': '需要先登录，登录后会接着刚才的事。',
  'not-found': '没找到，它可能已经撤下，或者只给别人看。返回上一页看看别的。',
  'too-many': '发得有点快，歇几分钟再来。你写的都还在。',
  'stale-version': '刚刚有人先动了它，已为你换成最新的，看一眼再决定。',
  'move-not-allowed': '现在这一步走不了，它的状态已经变了。刷新后再看。',
  'outside-area': '这个位置不在本市范围内。把地图上的点挪一挪，照片和文字都还在。',
  'same-key-other-content': '这一条已经发过，内容不一样。请返回重新填一条。',
  'not-an-image': '这不是能打开的照片。换一张 JPG、PNG 或 WebP 的再试。',
  'file-too-large': '这张照片太大了（超过 20 MB）。换一张，或重新拍一张。',
  'unit-does-not-cover': '这个单位不管这里的这类问题，请换一个单位。',
  'already-followed': '你已经在关注这一条了，有进展会告诉你。',
  'already-done': '这件事已经做过了，不用再做一次。',
  'consent-needed': '先看一眼隐私说明并同意，就能接着发送。',
  'identity-mode': '这里不能用这种方式登录，请换一种。',
  'wechat-refused': '微信没有认出这次登录，再点一次试试。',
  'ticket-expired': '登录码过期了，请在电脑上换一个新的再扫。',
  unexpected: '我们这边出了点问题，正在查。你填的都还在，稍后再试。'
}

export const offlineWords = '网络没连上。你填的都还在，连上后再试。'

/** Where somebody only reads, nothing was filled in that could have been lost. */
const readingWords = {
  offline: '网络没连上，连上后再试。',
  unexpected: '我们这边出了点问题，正在查，稍后再试。'
}

/** The sentence for whatever `call` or `uploadPhoto` threw. */
export function wordsForError(error: unknown): string {
  if (error instanceof Refused) return (refusalWords as Partial<typeof refusalWords>)[error.code] ?? refusalWords.unexpected
  return error instanceof Offline ? offlineWords : refusalWords.unexpected
}

/** The same for a page or a list that did not come. */
export function wordsForReading(error: unknown): string {
  if (error instanceof Offline) return readingWords.offline
  const words = wordsForError(error)
  return words === refusalWords.unexpected ? readingWords.unexpected : words
}
