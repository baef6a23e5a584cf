import * as v from 'valibot'
import { Id } from '#contract/shapes'

/** A file of areas may have this many bytes: a county with all its grids and real borders has a few million. */
export const AREA_FILE_BYTES_MAX = 20 * 1024 * 1024

/** What may be wrong with an area of an import. The words people read stand in `src/app/words/area-files.ts`, one sentence a kind. */
export const areaFaultKinds = [
  ...['other-crs', 'same-id', 'kind-changed', 'retired', 'second-city', 'city-with-parent'],
  ...['no-parent', 'parent-missing', 'parent-kind', 'parent-retired'],
  ...['metres', 'swapped-axes', 'out-of-range', 'no-surface', 'moved-away', 'outside-parent', 'child-outside', 'overlap', 'unusable']
] as const
export type AreaFaultKind = (typeof areaFaultKinds)[number]

/** One fault of an import, beside its `path` (`features.N.…`) and `reason` in the data of `bad-input`. */
export const AreaFault = v.object({
  path: v.string(),
  reason: v.string(),
  fault: v.picklist(areaFaultKinds),
  /** The other area of the two that do not fit together: its place in the file, or its name where it is one of the city already. */
  otherIndex: v.optional(v.number()),
  otherName: v.optional(v.string()),
  /** 0–1: how much of the smaller of two areas lies in both, or how much of an area lies outside its parent. */
  share: v.optional(v.number())
})
export type AreaFault = v.InferOutput<typeof AreaFault>

export const areaWarningKinds = ['gap', 'sliver', 'same-name', 'outside-china', 'cases-outside'] as const

/** What an import may do and somebody should have seen before: it does not stop the import. */
export const AreaWarning = v.object({
  kind: v.picklist(areaWarningKinds),
  areaId: Id,
  name: v.string(),
  /** 0–1 of the area: not covered by its parts, or covered twice. */
  share: v.optional(v.number()),
  /** Open cases. */
  count: v.optional(v.number())
})
export type AreaWarning = v.InferOutput<typeof AreaWarning>

/** A box around the country, in degrees; generous on the side of the sea. */
const CHINA = { west: 73, east: 136, south: 3, north: 54 }
/** No degree is larger; the metres of a projected map are, but for those of a map with an origin of its own. */
const DEGREES_MAX = 360

export const isInChina = (longitude: number, latitude: number) =>
  longitude >= CHINA.west && longitude <= CHINA.east && latitude >= CHINA.south && latitude <= CHINA.north

const isOnEarth = (longitude: number, latitude: number) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90

/**
 * What is wrong with a GeoJSON position (longitude first, WGS-84 degrees), where something is. Swapped axes are known by the country:
 * latitude first lies outside it, or outside the range of degrees, and the other way round does not.
 */
export function faultOfPosition(position: readonly number[]): 'metres' | 'swapped-axes' | 'out-of-range' | undefined {
  const [first = Number.NaN, second = Number.NaN] = position
  if (isInChina(first, second)) return undefined
  if (Math.abs(first) > DEGREES_MAX || Math.abs(second) > DEGREES_MAX) return 'metres'
  if (isInChina(second, first)) return 'swapped-axes'
  if (isOnEarth(first, second)) return undefined
  return isOnEarth(second, first) ? 'swapped-axes' : 'out-of-range'
}

/** Names of the reference system of RFC 7946 in files of other programs. CGCS2000 in degrees is the same within a hand's breadth. */
const wgs84Names = [/CRS:?84$/i, /EPSG:+4326$/i, /EPSG:+4490$/i]

/** Whether a `crs` member (GeoJSON of 2008) names anything but WGS-84 degrees; RFC 7946 has no such member. */
export function isOtherCrs(crs: unknown): boolean {
  if (crs === undefined || crs === null) return false
  const { name } = (crs as { properties?: { name?: unknown } }).properties ?? {}
  return typeof name !== 'string' || !wgs84Names.some(known => known.test(name))
}
