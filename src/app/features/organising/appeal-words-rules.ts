import { dayWords } from '#app/words/time-words'

interface Rate {
  maskedName: string
  faultCount: number
  signUpCount: number
  coolDownUntil: string
}

/** The rate as its person reads it too, and until when it holds them back. */
export const appealRateWords = ({ faultCount, signUpCount, coolDownUntil }: Rate, now: Date) =>
  `最近 90 天报名 ${signUpCount} 次，其中 ${faultCount} 次临时取消或没到。到${dayWords(coolDownUntil, now)}为止，一次只能报一个时段。`

/** What either decision is called, and what follows from it. */
export const appealDecisionWords = (decision: 'lift' | 'keep', { maskedName, coolDownUntil }: Rate, now: Date) =>
  decision === 'lift'
    ? { title: `解除${maskedName}的缓报`, sentence: '马上可以照常报名；这几次临时取消或没到还在记录里。', word: '解除', done: '解除了' }
    : {
        title: `维持${maskedName}的缓报`,
        sentence: `到${dayWords(coolDownUntil, now)}为止，一次只能报一个时段；这次缓报不能再申诉。`,
        word: '维持',
        done: '维持原样'
      }
