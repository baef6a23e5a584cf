import type { Shift } from '#contract/volunteering-shapes'
import { skillWords } from '#app/words/volunteering'

/** How full a shift is, and who waits; how many there were once it is over. */
export function shiftTakenWords({ capacity, joinedCount, seatsLeft, waitlistCount, isCancelled, endsAt }: Shift, now: Date): string {
  if (isCancelled) return '这个时段取消了'
  if (Date.parse(endsAt) <= now.getTime()) return `${joinedCount} 人`
  const taken = seatsLeft === 0 && capacity > 0 ? `${joinedCount} 人，满了` : `${joinedCount} 人，还有 ${seatsLeft} 个名额`
  return waitlistCount > 0 ? `${taken}，候补 ${waitlistCount} 人` : taken
}

/** Whom a shift is for; empty where it is for everybody. */
export function shiftGateWords({ minAge, maxAge, neededSkills }: Pick<Shift, 'minAge' | 'maxAge' | 'neededSkills'>): string {
  const ages = minAge !== undefined && maxAge !== undefined ? `${minAge}–${maxAge} 岁` : minAge !== undefined ? `满 ${minAge} 岁` : ''
  const upTo = minAge === undefined && maxAge !== undefined ? `${maxAge} 岁以下` : ''
  return [ages || upTo, ...(neededSkills ?? []).map(skill => `要会${skillWords[skill]}`)].filter(Boolean).join(' · ')
}
