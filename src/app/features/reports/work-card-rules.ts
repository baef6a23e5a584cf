import type { ReportCard } from '#contract/report-shapes'
import { reportStateWords, type StateTone } from '#app/words/report-states'
import { escalationWord } from '#app/words/staff-escalation'

const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** The largest unit alone: a list is read at a glance. */
export function roughDuration(minutes: number): string {
  if (minutes >= DAY_MINUTES) return `${Math.floor(minutes / DAY_MINUTES)} 天`
  if (minutes >= HOUR_MINUTES) return `${Math.floor(minutes / HOUR_MINUTES)} 小时`
  return `${Math.max(1, Math.floor(minutes))} 分钟`
}

/** Half of the time gone: level 1 reminds the unit, from level 2 it is tight. */
const TIGHT_LEVEL = 2
const SOON_MINUTES = 30

/** What a card says of its time limit, and how loudly; absent where the state has none. */
export function dueOf(
  card: Pick<ReportCard, 'dueAt' | 'isOverdue' | 'state' | 'escalation'>,
  now: Date
): { words: string; tone: StateTone } | undefined {
  if (!card.dueAt) return undefined
  const minutes = (new Date(card.dueAt).getTime() - now.getTime()) / 60_000
  if (card.isOverdue) return { words: `超时 ${roughDuration(-minutes)}`, tone: 'bad' }
  if (card.state === 'suspended') return { words: minutes > 0 ? `${roughDuration(minutes)}后复看` : '今天复看', tone: 'info' }
  if (minutes <= 0) return { words: '刚到时限', tone: 'wait' }
  const isTight = card.escalation >= TIGHT_LEVEL || minutes <= SOON_MINUTES
  return { words: `剩 ${roughDuration(minutes)}`, tone: isTight ? 'wait' : 'info' }
}

const waitWords = { assignment: '要你指定单位', suspension: '申请挂账' } as const

/** What stands out about a case, most telling first; nothing is said of what is as usual. */
export function marksOf(
  card: Pick<ReportCard, 'state' | 'isUrgent' | 'escalation' | 'isOverdue' | 'reworkCount' | 'waitsFor'>,
  hasState = false
): { word: string; tone: StateTone }[] {
  const state = reportStateWords[card.state]
  const escalation = escalationWord(card.escalation)
  return [
    ...(hasState ? [{ word: state.word, tone: state.tone }] : []),
    ...(card.waitsFor ? [{ word: waitWords[card.waitsFor], tone: 'wait' as const }] : []),
    ...(card.isUrgent ? [{ word: '紧急', tone: 'bad' as const }] : []),
    ...(escalation ? [{ word: escalation, tone: card.isOverdue ? ('bad' as const) : ('wait' as const) }] : []),
    ...(card.reworkCount > 0 ? [{ word: `返工 ${card.reworkCount} 次`, tone: 'wait' as const }] : [])
  ]
}
