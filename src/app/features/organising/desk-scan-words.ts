import type { DeskScan } from '#app/features/organising/desk-scan-rules'
import { refusalWords } from '#app/words/refusals'

export const scanChip = {
  waiting: { word: '等网络', tone: 'wait', icon: 'offline' },
  done: { word: '登记了', tone: 'good', icon: 'done' },
  refused: { word: '没登记上', tone: 'bad', icon: 'alert' }
} as const satisfies Record<DeskScan['state'], unknown>

/** The sentence for the refusal a synced scan came back with. */
export const scanRefusalWords = (code: string) => (refusalWords as Partial<Record<string, string>>)[code] ?? refusalWords.unexpected
