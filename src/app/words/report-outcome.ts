import { queuedSentence, type queuedStandingWords } from '#app/words/report-queue'
import { deadlineWords } from '#app/words/time-words'

interface OutcomeWords {
  title: string
  lines: string[]
}

type OutcomeToTell =
  | { kind: 'sent'; report: { number: string; dueAt?: string } }
  | { kind: 'underway'; standing: keyof typeof queuedStandingWords; entry: { notBefore?: string } }

/** The result first, then what comes next. */
export function outcomeWords(outcome: OutcomeToTell, now: Date): OutcomeWords {
  if (outcome.kind === 'sent') {
    const { number, dueAt } = outcome.report
    return {
      title: `已收到，编号 ${number}`,
      lines: [dueAt ? `社区会在${deadlineWords(dueAt, now)}回复你。` : '社区会尽快回复你。', '办的每一步，都能在“我的上报”里看到。']
    }
  }
  if (outcome.standing === 'sending') return { title: '正在发出', lines: ['照片大、网络慢时要等一会儿。可以先走，会接着发完。'] }
  return {
    title: '已存好，待发送',
    lines: [queuedSentence(outcome.standing, outcome.entry.notBefore, now), '照片、位置和文字都在手机里，退出也不会丢。']
  }
}

export const followedWords = (followerCount: number): OutcomeWords => ({
  title: '记下了，你也遇到了',
  lines: [followerCount > 1 ? `现在有 ${followerCount} 位邻居在关注这一件。` : '在“我的上报”里能看到它的每一步。']
})
