import type { PresenceSignal } from '#contract/volunteering-states'
import type { Point } from '#contract/shapes'
import { distanceMetres } from '#server/places/distance'
import type { Interval } from '#server/volunteering/presence/grade-rules'

/** Faster than that between two places nobody travels in a city. */
const SPEED_KMH_MAX = 120
/** What is written of two places at the same second. */
const SPEED_KMH_WRITTEN_MAX = 9_999
const SAME_MINUTE_PEOPLE_MIN = 5
const MINUTE_MILLISECONDS = 60_000
const HOUR_MILLISECONDS = 3_600_000

/** People whose own scans came from one phone, where they are two or more; nobody otherwise. */
export function detectSharedDevice(scans: readonly { personId: string; deviceId: string | null }[], deviceId: string): string[] {
  const people = [...new Set(scans.filter(scan => scan.deviceId === deviceId).map(scan => scan.personId))].sort()
  return people.length >= 2 ? people : []
}

/** Where somebody was proved to be, and how far from there they may have stood. */
export interface Sighting {
  at: Date
  point: Point
  uncertaintyMetres: number
}

/** The speed somebody must have travelled at, at least, where it is more than 120 km/h; metres and km/h are whole numbers. */
export function detectTeleport(one: Sighting, other: Sighting): { speedKmh: number; distanceMetres: number } | undefined {
  const between = distanceMetres(one.point, other.point)
  const least = between - one.uncertaintyMetres - other.uncertaintyMetres
  if (least <= 0) return undefined
  const hours = Math.abs(one.at.getTime() - other.at.getTime()) / HOUR_MILLISECONDS
  const speedKmh = hours === 0 ? Infinity : least / 1000 / hours
  if (speedKmh <= SPEED_KMH_MAX) return undefined
  return { speedKmh: Math.min(Math.round(speedKmh), SPEED_KMH_WRITTEN_MAX), distanceMetres: Math.round(between / 10) * 10 }
}

/** The times at other shifts during which the person was also here. */
export const detectOverlaps = <Other extends Interval>(mine: Interval, others: readonly Other[]): Other[] =>
  others.filter(other => mine.from < other.to && other.from < mine.to)

/** Scanned or typed by the person, with nothing that says where the phone was. */
const isBareCode = (signals: readonly PresenceSignal[]) =>
  (signals.includes('code') || signals.includes('digits')) && !signals.includes('geofence')

/**
 * People who came in, or went, in one clock minute by code alone, where they are at least five and more than half of those
 * expected: a photographed code passed round, rather than a queue.
 */
export function detectSameMinute(
  scans: readonly { personId: string; at: Date; signals: readonly PresenceSignal[] }[],
  at: Date,
  expected: number
): string[] {
  const minuteOf = (moment: Date) => Math.floor(moment.getTime() / MINUTE_MILLISECONDS)
  const people = new Set(scans.filter(scan => minuteOf(scan.at) === minuteOf(at) && isBareCode(scan.signals)).map(scan => scan.personId))
  return people.size >= SAME_MINUTE_PEOPLE_MIN && people.size > expected / 2 ? [...people].sort() : []
}
