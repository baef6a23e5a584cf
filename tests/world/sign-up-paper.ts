import fc from 'fast-check'

/** One thing that happens in a history of sign-ups: somebody joins, leaves or answers; seats change; time passes. */
export type Step =
  | { what: 'join' | 'leave' | 'accept' | 'decline'; person: number; shift: number }
  | { what: 'seats'; shift: number; seats: number }
  | { what: 'pass'; hours: number }

export const PEOPLE = 5
/** Hours from the beginning: the first two overlap, the others stand alone. */
export const SHIFTS = [
  { from: 20, to: 22, seats: 1 },
  { from: 21, to: 23, seats: 2 },
  { from: 26, to: 28, seats: 2 },
  { from: 40, to: 42, seats: 1 }
] as const

const person = fc.nat({ max: PEOPLE - 1 })
const shift = fc.nat({ max: SHIFTS.length - 1 })
const act = (what: 'join' | 'leave' | 'accept' | 'decline') => fc.record({ what: fc.constant(what), person, shift })

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: act('join') },
  { weight: 4, arbitrary: act('leave') },
  { weight: 3, arbitrary: act('accept') },
  { weight: 1, arbitrary: act('decline') },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('seats' as const), shift, seats: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('pass' as const), hours: fc.constantFrom(0.4, 1, 2, 7, 16) }) }
)

/** Somebody lets others down twice, so that what follows happens to a person in a cool-down. */
const letdown: Step[] = [
  { what: 'pass', hours: 7 },
  ...[0, 2].flatMap(one => (['join', 'leave'] as const).map((what): Step => ({ what, person: 0, shift: one })))
]

/** A history of at most so many random steps, one in five after a person who let others down. */
export const history = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc
    .tuple(fc.constantFrom(letdown, [], [], [], []), fc.array(step, { minLength: 8, maxLength }))
    .map(([before, after]) => [...before, ...after])

/** Where everybody stands: a row for each shift, a state for each person; those who wait carry their place. */
export type Standing = string[][]

interface Sheet {
  seats: number
  /** Who sits, or has a seat kept, in order of arrival. */
  sitting: number[]
  queue: number[]
  /** Until when a seat is kept, by person. */
  kept: Map<number, number>
  gone: Map<number, string>
  arrivals: number[]
}

/** The design page in a few lines, as somebody with a pencil and a list for each shift would do it. */
export function onPaper(steps: readonly Step[]): { told: string[]; standing: Standing } {
  let hour = 0
  const sheets: Sheet[] = SHIFTS.map(({ seats }) => ({ seats, sitting: [], queue: [], kept: new Map(), gone: new Map(), arrivals: [] }))
  const faults = Array.from({ length: PEOPLE }, () => 0)
  const isOn = (one: Sheet, who: number) => one.sitting.includes(who) || one.queue.includes(who)
  const strike = (one: Sheet, who: number, why: string) => {
    one.sitting = one.sitting.filter(other => other !== who)
    one.queue = one.queue.filter(other => other !== who)
    one.kept.delete(who)
    one.gone.set(who, why)
  }
  const callNext = (one: Sheet, n: number) => {
    const begins = SHIFTS[n]!.from
    while (hour < begins && one.sitting.length < one.seats && one.queue.length > 0) {
      const next = one.queue.shift()!
      one.sitting.push(next)
      one.kept.set(next, Math.min(begins, hour + (begins - hour < 24 ? 0.5 : 2)))
    }
  }
  const join = (who: number, n: number): string => {
    const one = sheets[n]!
    const why = one.gone.get(who)
    const mayComeBack = why === 'declined' || why === 'cancelled_early' || why === 'cancelled_by_organiser'
    if (one.arrivals.includes(who) && !mayComeBack) return 'already-joined'
    if (hour >= SHIFTS[n]!.to) return 'shift-closed'
    if (hour >= SHIFTS[n]!.from) return 'sign-up-after-start'
    if (n < 2 && isOn(sheets[1 - n]!, who)) return 'overlapping-shift'
    if (faults[who]! >= 2 && sheets.some((other, m) => isOn(other, who) && SHIFTS[m]!.to > hour)) return 'cool-down'
    one.gone.delete(who)
    // Whoever was released comes back to the old place in the order; whoever left goes to its end.
    if (why !== 'cancelled_by_organiser') one.arrivals = [...one.arrivals.filter(other => other !== who), who]
    if (one.sitting.length < one.seats) {
      one.sitting.push(who)
      return 'confirmed'
    }
    one.queue = one.arrivals.filter(other => other === who || one.queue.includes(other))
    return `waitlisted ${one.queue.indexOf(who) + 1}`
  }
  const leave = (who: number, n: number): string => {
    const one = sheets[n]!
    if (!isOn(one, who)) return one.gone.get(who) === 'no_show' ? 'shift-closed' : 'not-joined'
    if (hour >= SHIFTS[n]!.from) return 'shift-closed'
    const isLate = one.sitting.includes(who) && !one.kept.has(who) && SHIFTS[n]!.from - hour < 24
    const why = one.kept.has(who) ? 'declined' : isLate ? 'cancelled_late' : 'cancelled_early'
    if (isLate) faults[who]! += 1
    strike(one, who, why)
    callNext(one, n)
    return why
  }
  const answer = (who: number, n: number, isYes: boolean): string => {
    const one = sheets[n]!
    if (!one.arrivals.includes(who)) return 'not-joined'
    if ((one.kept.get(who) ?? 0) <= hour) return 'offer-over'
    if (isYes) {
      one.kept.delete(who)
      return 'confirmed'
    }
    strike(one, who, 'declined')
    callNext(one, n)
    return 'declined'
  }
  const setSeats = (n: number, seats: number): string => {
    const one = sheets[n]!
    if (hour >= SHIFTS[n]!.to) return 'shift-closed'
    const byArrival = [...one.sitting].sort((a, b) => one.arrivals.indexOf(b) - one.arrivals.indexOf(a))
    for (const who of byArrival.slice(0, Math.max(0, byArrival.length - seats))) strike(one, who, 'cancelled_by_organiser')
    one.seats = seats
    callNext(one, n)
    return 'saved'
  }
  const pass = (hours: number): string => {
    hour += hours
    for (const [n, one] of sheets.entries()) {
      for (const [who, until] of [...one.kept]) if (until <= hour) strike(one, who, 'declined')
      callNext(one, n)
      if (hour < SHIFTS[n]!.to) continue
      for (const who of [...one.sitting]) {
        faults[who]! += 1
        strike(one, who, 'no_show')
      }
    }
    return 'passed'
  }
  const told = steps.map(one => {
    if (one.what === 'join') return join(one.person, one.shift)
    if (one.what === 'leave') return leave(one.person, one.shift)
    if (one.what === 'seats') return setSeats(one.shift, one.seats)
    return one.what === 'pass' ? pass(one.hours) : answer(one.person, one.shift, one.what === 'accept')
  })
  const standing = sheets.map(one =>
    Array.from({ length: PEOPLE }, (_, who) => {
      if (one.queue.includes(who)) return `waitlisted ${one.queue.indexOf(who) + 1}`
      if (one.sitting.includes(who)) return one.kept.has(who) ? 'offered' : 'confirmed'
      return one.gone.get(who) ?? 'none'
    })
  )
  return { told, standing }
}
