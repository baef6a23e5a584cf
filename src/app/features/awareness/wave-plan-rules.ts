import type { Wave, WavePlan } from '#contract/awareness-shapes'
import { hasCellFault, STRATA_MAX, strataOf, type Frame } from '#app/features/awareness/frame-rules'

/** A plan as it is typed; shares are percents. */
export interface WaveForm {
  title: string
  target: string
  margin: string
  channel: Wave['channel']
  opensOn: string
  closesOn: string
  response: string
  effect: string
  previousWaveId?: string
  /** Absent until questions are proposed or chosen. */
  questionIds?: readonly string[]
  frame: Frame
}

export const startForm: WaveForm = {
  ...{ title: '', target: '90', margin: '3', channel: 'household', opensOn: '', closesOn: '' },
  ...{ response: '70', effect: '1.5', frame: {} }
}

export const QUESTIONS_MIN = 6
export const QUESTIONS_MAX = 8
const TITLE_LENGTH_MIN = 2

export type PlanField = 'title' | 'target' | 'margin' | 'response' | 'effect' | 'opensOn' | 'closesOn' | 'questions' | 'frame'
export type PlanFaults = Partial<Record<PlanField, string>>

const numberOf = (text: string) => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text.trim()) : NaN)
const isWithin = (text: string, low: number, high: number) => numberOf(text) >= low && numberOf(text) <= high
/** 3 → 0.03, without the digits a machine adds. */
const shareOf = (text: string) => Number((numberOf(text) / 100).toFixed(6))

/** What the sample-size helper is asked; undefined while something of it cannot be read. */
export function sizeQuestion({ target, margin, response, effect }: WaveForm) {
  const isReadable = isWithin(target, 50, 99) && isWithin(margin, 0.5, 20) && isWithin(response, 5, 100) && isWithin(effect, 1, 10)
  if (!isReadable) return undefined
  return { target: shareOf(target), margin: shareOf(margin), response: shareOf(response), designEffect: numberOf(effect) }
}

/** What is still wrong, by its field, and how to put it right. */
export function faultsOf(form: WaveForm): PlanFaults {
  const strata = strataOf(form.frame)
  const count = form.questionIds?.length ?? 0
  const faults: Record<PlanField, string | false> = {
    title: form.title.trim().length < TITLE_LENGTH_MIN && '写个名字，如：2026 年四季度知晓率调查',
    target: !isWithin(form.target, 50, 99) && '写 50 到 99 之间的数',
    margin: !isWithin(form.margin, 0.5, 20) && '写 0.5 到 20 之间的数',
    response: !isWithin(form.response, 5, 100) && '写 5 到 100 之间的数',
    effect: !isWithin(form.effect, 1, 10) && '写 1 到 10 之间的数，不清楚就写 1.5',
    opensOn: form.opensOn === '' && '选哪天开始',
    closesOn: form.closesOn === '' ? '选哪天结束' : form.closesOn < form.opensOn && '结束要在开始之后',
    questions: (count < QUESTIONS_MIN || count > QUESTIONS_MAX) && `选 ${QUESTIONS_MIN} 到 ${QUESTIONS_MAX} 道`,
    frame: hasCellFault(form.frame)
      ? '有的人数不是整数，看看下面标红的社区'
      : strata.length === 0
        ? '至少填一个社区的人数'
        : strata.length > STRATA_MAX && `最多 ${STRATA_MAX} 格，现在有 ${strata.length} 格`
  }
  return Object.fromEntries(Object.entries(faults).filter(([, sentence]) => sentence))
}

/** The plan as the server takes it; only of a form without faults. */
export function planOf(form: WaveForm): WavePlan {
  return {
    ...{ title: form.title.trim(), target: shareOf(form.target), margin: shareOf(form.margin), channel: form.channel },
    ...{ expectedDesignEffect: numberOf(form.effect), expectedResponse: shareOf(form.response) },
    ...{ opensOn: form.opensOn, closesOn: form.closesOn, strata: strataOf(form.frame) },
    ...(form.questionIds && { questionIds: [...form.questionIds] }),
    ...(form.previousWaveId && { previousWaveId: form.previousWaveId })
  }
}
