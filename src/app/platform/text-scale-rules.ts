/** The four sizes of text: 1, 1.2, 1.4 and 1.7 times. */
export const textScales = [1, 1.2, 1.4, 1.7] as const
export type TextScaleStep = 1 | 2 | 3 | 4

const ELDER_STEP: TextScaleStep = 3

export interface TextChoice {
  /** Absent: follow the phone's own font setting. */
  step?: TextScaleStep
  isElder: boolean
}

/** The step nearest to a phone's font factor; a factor between two steps takes the larger. */
export function stepForFactor(factor: number): TextScaleStep {
  const index = textScales.findIndex(scale => scale >= factor - 0.01)
  return ((index < 0 ? textScales.length - 1 : index) + 1) as TextScaleStep
}

/** What is shown: the chosen step or the phone's; 长辈版 is never smaller than 1.4. */
export function stepShown(choice: TextChoice, phoneFactor: number): TextScaleStep {
  const step = choice.step ?? stepForFactor(phoneFactor)
  return choice.isElder && step < ELDER_STEP ? ELDER_STEP : step
}
