import type { ReportActor } from '#contract/report-moves'
import { roleWords } from '#app/words/people'

/** How much of its time a case has used, by escalation level. It says what is, and of nobody that they know. */
const levels = ['', '用时过半', '用时 80%', '已超时', '超时 50%', '超时 200%']

export const escalationWord = (level: number): string => levels[Math.min(level, levels.length - 1)] ?? ''

const others: Record<Exclude<ReportActor, keyof typeof roleWords>, string> = {
  reporter: '上报人',
  follower: '关注的居民',
  clock: '到时自动',
  rule: '按规则自动'
}

export const actorWord = (actor: ReportActor): string =>
  actor in roleWords ? roleWords[actor as keyof typeof roleWords] : others[actor as keyof typeof others]
