import type { Wave } from '#contract/awareness-shapes'
import { dayOfYearWords } from '#app/words/awareness'

/**
 * How ending a survey is offered on a day of the city. Until its last day nobody is led to it: whoever still means to answer would be
 * left out.
 */
export function closingOf({ closesOn, sampleSize, answeredCount }: Pick<Wave, 'closesOn' | 'sampleSize' | 'answeredCount'>, today: string) {
  const isEarly = today < closesOn
  const planned = isEarly ? `原定问到 ${dayOfYearWords(closesOn)}。` : ''
  return {
    look: isEarly ? ('quiet' as const) : ('primary' as const),
    sentence: `${planned}还有 ${sampleSize - answeredCount} 人没答，结束后链接都不能再用，结果就定下了，不能再开。`
  }
}
