import { AREA_FILE_BYTES_MAX, faultOfPosition, isOtherCrs, type AreaFaultKind } from '#contract/area-faults'
import type { AreaFeature, AreaKind } from '#contract/places'
import { areaFaultWords } from '#app/words/area-files'

const kinds: readonly AreaKind[] = ['city', 'street', 'community', 'grid']

interface Collection {
  type: 'FeatureCollection'
  features: AreaFeature[]
}

type Read = { collection: Collection; counts: { kind: AreaKind; count: number }[] } | { fault: string }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function faultOf(feature: unknown): string | undefined {
  if (!isRecord(feature) || feature.type !== 'Feature') return '不是 Feature'
  const { properties, geometry } = feature
  if (!isRecord(properties)) return '没有 properties'
  if (typeof properties.areaId !== 'string' || properties.areaId === '') return '没有 areaId'
  if (typeof properties.name !== 'string' || properties.name === '') return '没有 name'
  if (!kinds.includes(properties.kind as AreaKind)) return 'kind 不是 city、street、community、grid 之一'
  if (properties.parentId !== null && typeof properties.parentId !== 'string') return '没有 parentId（最上一级写 null）'
  if (!isRecord(geometry) || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') || !Array.isArray(geometry.coordinates))
    return '图形不是 Polygon 或 MultiPolygon'
  return undefined
}

/** Said of a file beyond the one limit of page and server. */
export const tooLargeWords = `文件超过 ${AREA_FILE_BYTES_MAX / 1024 / 1024} MB，收不下。把边界简化到米级，或按街道分成几份导入。`

const plain = (fault: AreaFaultKind) => areaFaultWords[fault]({ other: '前面的区域', share: '' })

function faultOfPlaces(geometry: AreaFeature['geometry']): string | undefined {
  const numbers: unknown[] = (geometry.coordinates as unknown[]).flat(geometry.type === 'Polygon' ? 1 : 2)
  for (const position of numbers) {
    const fault = Array.isArray(position) ? faultOfPosition(position as number[]) : undefined
    if (fault) return plain(fault)
  }
  return undefined
}

/** The first area that cannot be meant, by its own numbers. */
function faultOfAreas(features: readonly AreaFeature[]): string | undefined {
  const seen = new Set<string>()
  for (const [index, { properties, geometry }] of features.entries()) {
    const fault = seen.has(properties.areaId) ? plain('same-id') : faultOfPlaces(geometry)
    if (fault) return `第 ${index + 1} 个区域“${properties.name}”：${fault}`
    seen.add(properties.areaId)
  }
  return undefined
}

/** A file of areas as far as a form can look at it; the server looks closer. Or the sentence for the first fault. */
export function areasFrom(text: string): Read {
  // A character has at least one byte; what is just below is measured by the server.
  if (text.length > AREA_FILE_BYTES_MAX) return { fault: tooLargeWords }
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { fault: '这不是 JSON，看看是不是少了一截。' }
  }
  if (!isRecord(given) || given.type !== 'FeatureCollection' || !Array.isArray(given.features))
    return { fault: '这不是 GeoJSON 的 FeatureCollection。' }
  const features: unknown[] = given.features
  if (features.length === 0) return { fault: '文件里一个区域也没有。' }
  const index = features.findIndex(feature => faultOf(feature) !== undefined)
  if (index >= 0) return { fault: `第 ${index + 1} 个区域：${faultOf(features[index])}。` }
  if (isOtherCrs(given.crs)) return { fault: plain('other-crs') }
  const badArea = faultOfAreas(features as AreaFeature[])
  if (badArea) return { fault: badArea }
  const collection: Collection = { type: 'FeatureCollection', features: features as AreaFeature[] }
  const counts = kinds
    .map(kind => ({ kind, count: collection.features.filter(({ properties }) => properties.kind === kind).length }))
    .filter(({ count }) => count > 0)
  return { collection, counts }
}
