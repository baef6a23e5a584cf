import type { SampleUnit } from '#contract/awareness-shapes'
import { observed, useObserved } from '#app/platform/observed'

type Told = Readonly<Record<string, readonly SampleUnit[]>>

/**
 * Tokens as they were told, in memory alone and never on the device: whoever finds it later must not find them. They last until
 * the page is closed or the office says they are safe; afterwards new ones are made.
 */
const told = observed<Told>({})

/** Whether this page was left with tokens that nobody has saved. */
export const hasUnsavedLinks = () => Object.keys(told.get()).length > 0

/** Of somebody who has two tokens the later one works. */
export function keepLinks(waveId: string, units: readonly SampleUnit[]): void {
  const renewed = new Set(units.map(({ sampleId }) => sampleId))
  const before = (told.get()[waveId] ?? []).filter(({ sampleId }) => !renewed.has(sampleId))
  told.set({ ...told.get(), [waveId]: [...before, ...units].sort((one, other) => one.number - other.number) })
}

export function forgetLinks(waveId: string): void {
  const { [waveId]: _, ...others } = told.get()
  told.set(others)
}

export const useLinks = (waveId: string): readonly SampleUnit[] => useObserved(told)[waveId] ?? none
const none: readonly SampleUnit[] = []
