import { EmptyState, type Scene } from '#app/components/empty-state.tsx'
import type { SurveyOutcome } from '#app/features/fielding/kept-surveys'

const ends: Record<SurveyOutcome, { scene: Scene; sentence: string; line: string }> = {
  sent: {
    scene: 'garden',
    sentence: '收到了，谢谢你',
    line: '你的回答会和大家的合在一起看，帮城市知道该把什么讲得更明白。可以关掉这一页了。'
  },
  used: { scene: 'bench', sentence: '这个链接已经答过了', line: '每个链接只答一次，也许是家里人答的，或者访问员已经来问过。谢谢你。' },
  closed: { scene: 'bridge', sentence: '这次调查已经结束了', line: '这一份没赶上，不要紧。谢谢你愿意帮忙。' }
}

/** The last screen of a survey. Nothing on it tells of right or wrong. */
export const SurveyEnd = ({ outcome }: { outcome: SurveyOutcome }) => <EmptyState {...ends[outcome]} />
