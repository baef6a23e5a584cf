import type { DeskScan } from '#app/features/organising/desk-scan-rules'
import { refusalWords } from '#app/words/refusals'

export const scanChip = {
  waiting: { word: '等网络', tone: 'wait', icon: 'offline' },
  done: { word: '登记了', tone: 'good', icon: 'done' },
  refused: { word: '没登记上', tone: 'bad', icon: 'alert' }
} as const satisfies Record<DeskScan['state'], unknown>

/** Refusals as whoever scans reads them; the general words speak to the volunteer. */
const staffWords: Partial<Record<string, string>> = {
  'code-expired': '他的码已经过期。请他打开“我的码”，等换了新的再扫。',
  'code-wrong-shift': '这是活动的码，请扫志愿者手机上的“我的码”。',
  'code-used': '他这一步已经登记过了。',
  'not-joined': '他没有报这个时段。',
  'not-checked-in': '他还没有签到，先登记签到。',
  'shift-closed': '现在还不到时间，或者这个时段已经结束。',
  'same-person': '自己不能给自己登记，请另一位同事来扫。',
  'overlapping-shift': '他这个时间在别的时段，两边只能算一边。'
}

/** The sentence for the refusal of a scan, at once or after it was synced. */
export const scanRefusalWords = (code: string) =>
  staffWords[code] ?? (refusalWords as Partial<Record<string, string>>)[code] ?? refusalWords.unexpected
