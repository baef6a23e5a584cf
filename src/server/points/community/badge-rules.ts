import { badgeKinds, type BadgeKind } from '#contract/points-shapes'

/** What was verified of somebody; business dates in order, the earliest first. */
export interface BadgeFacts {
  /** When each report of theirs was closed as solved. */
  solvedOn: readonly string[]
  /** Final entries of service. */
  service: readonly { on: string; minutes: number }[]
  /** Days on which they did the whole daily practice. */
  practisedOn: readonly string[]
  /** Of each topic the day they first knew something of it. */
  topicsOn: readonly string[]
  /** How many topics there are. */
  topicCount: number
}

export interface Badge {
  kind: BadgeKind
  /** Absent while it is not earned. */
  earnedOn?: string
  has: number
  needs: number
}

const MINUTES_PER_HOUR = 60

function ofDates(kind: BadgeKind, dates: readonly string[], needs: number): Badge {
  const earnedOn = dates[needs - 1]
  return { kind, has: Math.min(dates.length, needs), needs, ...(earnedOn !== undefined && { earnedOn }) }
}

/** Whole hours; earned on the day of service that filled them. */
function ofHours(kind: BadgeKind, service: BadgeFacts['service'], needs: number): Badge {
  let minutes = 0
  let earnedOn: string | undefined
  for (const entry of service) {
    minutes += entry.minutes
    if (minutes >= needs * MINUTES_PER_HOUR) earnedOn ??= entry.on
  }
  return { kind, has: Math.min(Math.floor(minutes / MINUTES_PER_HOUR), needs), needs, ...(earnedOn !== undefined && { earnedOn }) }
}

/** Every badge with how far it is. Only what was verified counts, and never how fast it was done. */
export function badgesOf({ solvedOn, service, practisedOn, topicsOn, topicCount }: BadgeFacts): Badge[] {
  const servedOn = service.map(entry => entry.on)
  const of: Record<BadgeKind, (kind: BadgeKind) => Badge> = {
    'first-report': kind => ofDates(kind, solvedOn, 1),
    'reports-10': kind => ofDates(kind, solvedOn, 10),
    'reports-50': kind => ofDates(kind, solvedOn, 50),
    'first-service': kind => ofDates(kind, servedOn, 1),
    'hours-10': kind => ofHours(kind, service, 10),
    'hours-50': kind => ofHours(kind, service, 50),
    'hours-200': kind => ofHours(kind, service, 200),
    'days-7': kind => ofDates(kind, practisedOn, 7),
    'days-30': kind => ofDates(kind, practisedOn, 30),
    // Without a bank there is nothing to know all of.
    'all-topics': kind => ofDates(kind, topicsOn, Math.max(1, topicCount))
  }
  return badgeKinds.map(kind => of[kind](kind))
}
