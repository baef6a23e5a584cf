import type { FLAGGED_FROM as flaggedFrom, ItemFlag, ItemStatistics } from '#contract/quizzes-statistics'
import type { IconName } from '#app/components/icon-names'

interface Words {
  word: string
  tone: 'bad' | 'wait' | 'info'
  icon: IconName
  /** What it means, then what to do. */
  line: string
}

/** What first answers say against a question, in plain words. */
export const itemFlagWords: Record<ItemFlag, Words> = {
  'key-doubtful': {
    word: '答案可疑',
    tone: 'bad',
    icon: 'alert',
    line: '别的题答得好的人，在这里多选了“不对”的那一项。先核对答案和条文，再看那一项是不是也说得通。'
  },
  'too-hard': {
    word: '太难',
    tone: 'wait',
    icon: 'hourglass',
    line: '四个人里还不到一个答对。看看题干有没有歧义、有没有超出知识点；没有问题就多宣传这一条。'
  },
  'too-easy': {
    word: '太容易',
    tone: 'info',
    icon: 'thumb',
    line: '几乎人人答对，问了也学不到新的。把干扰项改得更像，或换一个角度问。'
  },
  weak: {
    word: '分不出',
    tone: 'wait',
    icon: 'merged',
    line: '答对它和别的题答得好不好没什么关系。多半是靠猜或读不懂，把题干和选项改得更清楚。'
  }
}

const FLAGGED_FROM: typeof flaggedFrom = 50
const waitWords = `满 ${FLAGGED_FROM} 人才下判断。`

const percent = (share: number) => `${Math.round(share * 100)}%`

export const facilityWords = ({ facility }: { facility: number }) => `答对 ${percent(facility)}`
/** In a list: a share only where enough people answered; of a few, who says 100 % says too much. */
export const answeredWords = ({ n, right, facility }: Pick<ItemStatistics, 'n' | 'right' | 'facility'>) =>
  n < FLAGGED_FROM ? `${n} 人答过，${right} 人答对` : `${facilityWords({ facility })} · ${n} 人答过`

/** Why nothing is said of a question yet; nothing where enough people answered. */
export const tooFewWords = ({ n }: Pick<ItemStatistics, 'n'>) => (n < FLAGGED_FROM ? waitWords : undefined)

export const noneFlaggedWords = { sentence: '没有这样的题。', line: waitWords }

export const intervalWords = ({ low, high }: { low: number; high: number }) =>
  `按这些人推算，实际在 ${percent(low)} 到 ${percent(high)} 之间`
export const shareWords = percent

const SECOND = 1000
const MINUTE_SECONDS = 60

export function medianWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / SECOND))
  return seconds < MINUTE_SECONDS ? `一半的人在 ${seconds} 秒内答完` : `一半的人在 ${Math.round(seconds / MINUTE_SECONDS)} 分钟内答完`
}

const CLEAR = 0.3
const FAIR = 0.15

/** How well a question tells those who know from those who do not. */
export function discriminationWords(discrimination: number | undefined): string {
  if (discrimination === undefined) return '还看不出能不能分出会与不会'
  const word = discrimination >= CLEAR ? '很能分出会与不会' : discrimination >= FAIR ? '能分出会与不会' : '分不太出会与不会'
  return `${word}（区分度 ${discrimination.toFixed(2)}）`
}
