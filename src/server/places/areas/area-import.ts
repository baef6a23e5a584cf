import { setImmediate } from 'node:timers/promises'
import type { AreaFault } from '#contract/area-faults'
import type { AreaFeature } from '#contract/places'
import { businessDateOf } from '#server/business-date'
import type { Reading } from '#server/database/database'
import { changesOf, movesBetweenMaps } from '#server/places/areas/area-change-rules'
import { fitOf, type PresentArea } from '#server/places/areas/area-map-rules'
import { faultsOfTree } from '#server/places/areas/area-tree-rules'
import { isRetired } from '#server/places/place-book'
import { listAreaRows } from '#server/places/places-store'
import { Refusal } from '#server/refusal'

const LOOKS_AT_ONCE = 25

/** Runs a long calculation in small pieces, so that other requests are answered in between. */
export async function inPieces<T>(steps: Generator<void, T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    const step = steps.next()
    if (step.done) return step.value
    if (count % LOOKS_AT_ONCE === 0) await setImmediate()
  }
}

/** Up to twenty faults, each at its feature. */
export const refuseFaults = (faults: readonly AreaFault[]) => {
  if (faults.length > 0) throw new Refusal('bad-input', { faults })
}

/**
 * What a file of areas would do to the city as it is now.
 * @throws `bad-input` naming the feature of every fault, up to twenty.
 */
export async function planImport(reading: Reading, file: { crs?: unknown; features: readonly AreaFeature[] }, now: Date) {
  const today = businessDateOf(now)
  const rows = new Map((await listAreaRows(reading)).map(row => [row.areaId, row]))
  const { features } = file
  refuseFaults(faultsOfTree(file, new Map([...rows].map(([id, row]) => [id, { ...row, isRetired: isRetired(row, today) }]))))
  const present = new Map([...rows].filter(([, row]) => !isRetired(row, today)))
  const { faults, warnings } = await inPieces(fitOf(present, features))
  refuseFaults(faults)
  const after = new Map<string, Pick<PresentArea, 'areaId' | 'kind' | 'parentId'>>(rows)
  for (const { properties } of features) after.set(properties.areaId, properties)
  return { ...changesOf(rows, features), moves: movesBetweenMaps(rows, after), warnings }
}
