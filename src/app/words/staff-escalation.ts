import type { ReportActor } from '#contract/report-moves'
import { roleWords } from '#app/words/people'

/** Who has heard of a late case, by escalation level (0: nobody yet). */
const levels = ['', '已提醒', '已告组长', '督办', '街道', '创建办']

export const escalationWord = (level: number): string => levels[Math.min(level, levels.length - 1)] ?? ''

const others: Record<Exclude<ReportActor, keyof typeof roleWords>, string> = {
  reporter: '上报人',
  follower: '关注的居民',
  clock: '到时自动',
  rule: '按规则自动'
}

export const actorWord = (actor: ReportActor): string =>
  actor in roleWords ? roleWords[actor as keyof typeof roleWords] : others[actor as keyof typeof others]
