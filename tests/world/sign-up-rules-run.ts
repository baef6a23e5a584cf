import { signUpFacts, type SignUpState } from '#contract/volunteering-states'
import { afterJoining, decideJoin, type ShiftFacts } from '#server/volunteering/sign-ups/join-rules'
import { isOffering, leavingTo, offerUntil, toOffer, toRelease } from '#server/volunteering/sign-ups/seat-rules'
import { coolDownOf, isFault } from '#server/volunteering/volunteers/cool-down-rules'
import { PEOPLE, SHIFTS, type Standing, type Step } from '#world/sign-up-paper'

interface Entry {
  person: number
  state: SignUpState
  arrival: number
  /** Steps so far when it came to where it stands. */
  since: number
  offerUntil?: Date
}

const START = new Date('2026-11-23T01:00:00Z').getTime()
const at = (hour: number) => new Date(START + hour * 3_600_000)

/** A history carried out by the pure rules alone, over lists in memory; every moment is checked. */
export function byTheRules(steps: readonly Step[]): { told: string[]; standing: Standing } {
  let hour = 0
  let stepCount = 0
  const faults: Date[][] = Array.from({ length: PEOPLE }, () => [])
  const facts: ShiftFacts[] = SHIFTS.map(({ from, to, seats }, n) => ({
    ...{
      shiftId: `${n}`,
      startsAt: at(from),
      endsAt: at(to),
      longitude: 115.63 + n / 10,
      latitude: 32.73,
      capacity: seats,
      taken: 0,
      waitlisted: 0,
      nextArrival: 1
    },
    ...{ minAge: null, maxAge: null, neededSkills: [], isCancelled: false, activityState: 'published', needsApproval: false }
  }))
  const entries: Entry[][] = SHIFTS.map(() => [])
  const now = () => at(hour)
  const entryOf = (person: number, n: number) => entries[n]!.find(entry => entry.person === person)
  const recount = (n: number) => {
    const taken = entries[n]!.filter(entry => signUpFacts[entry.state].takesSeat).length
    facts[n] = { ...facts[n]!, taken, waitlisted: entries[n]!.filter(entry => entry.state === 'waitlisted').length }
    if (taken > facts[n].capacity) throw new Error('more are in than there are seats')
  }
  const move = (n: number, entry: Entry, to: SignUpState) => {
    entry.state = to
    entry.since = stepCount
    if (isFault(to)) faults[entry.person]!.push(now())
    recount(n)
  }
  const offer = (n: number) => {
    const shift = facts[n]!
    if (!isOffering(shift, { state: shift.activityState }, now())) return
    const waiting = entries[n]!.filter(entry => entry.state === 'waitlisted').map(entry => ({ ...entry, canTake: true }))
    for (const { person } of toOffer(shift, waiting)) {
      const entry = entryOf(person, n)!
      entry.offerUntil = offerUntil(shift.startsAt, now())
      move(n, entry, 'offered')
    }
  }
  const earlierOf = (person: number, n: number) => {
    const entry = entryOf(person, n)
    if (!entry) return undefined
    const waitingBefore = entries[n]!.filter(other => other.state === 'waitlisted' && other.arrival < entry.arrival).length
    return { state: entry.state, arrival: entry.arrival, waitingBefore }
  }
  const join = (person: number, n: number): string => {
    const live = facts.filter((_, m) => signUpFacts[entryOf(person, m)?.state ?? 'declined'].isLive)
    const coolDownUntil = coolDownOf(faults[person]!) ?? null
    const joiner = {
      profile: { birthDate: null, skills: [], hasGuardianConsent: false, coolDownUntil },
      earlier: earlierOf(person, n),
      near: live,
      liveCount: live.filter(other => other.endsAt > now()).length
    }
    const decided = decideJoin(facts[n]!, joiner, now())
    if ('refusal' in decided) return decided.refusal
    facts[n] = afterJoining(facts[n]!, decided)
    entries[n] = entries[n]!.filter(entry => entry.person !== person)
    entries[n].push({ person, state: decided.state, arrival: decided.arrival, since: stepCount })
    return decided.position ? `${decided.state} ${decided.position}` : decided.state
  }
  const leave = (person: number, n: number): string => {
    const entry = entryOf(person, n)
    if (!entry || (!signUpFacts[entry.state].isLive && entry.state !== 'no_show')) return 'not-joined'
    const to = leavingTo(entry.state, { startsAt: facts[n]!.startsAt, timesChangedAt: null }, now())
    if (!to) return 'shift-closed'
    move(n, entry, to)
    offer(n)
    return to
  }
  const answer = (person: number, n: number, isYes: boolean): string => {
    const entry = entryOf(person, n)
    if (!entry) return 'not-joined'
    if (entry.state !== 'offered' || !entry.offerUntil || entry.offerUntil <= now()) return 'offer-over'
    move(n, entry, isYes ? 'confirmed' : 'declined')
    offer(n)
    return entry.state
  }
  const setSeats = (n: number, capacity: number): string => {
    if (now() >= facts[n]!.endsAt) return 'shift-closed'
    const holders = entries[n]!.filter(entry => signUpFacts[entry.state].takesSeat)
    for (const entry of toRelease(capacity, holders)) move(n, entry, 'cancelled_by_organiser')
    facts[n] = { ...facts[n]!, capacity }
    offer(n)
    return 'saved'
  }
  const pass = (hours: number): string => {
    hour += hours
    for (const [n, shift] of facts.entries()) {
      for (const entry of entries[n]!) if (entry.state === 'offered' && entry.offerUntil! <= now()) move(n, entry, 'declined')
      offer(n)
      if (now() >= shift.endsAt) for (const entry of entries[n]!) if (entry.state === 'confirmed') move(n, entry, 'no_show')
    }
    return 'passed'
  }
  /** What must hold at every moment. */
  const check = () => {
    for (const [n, { capacity, taken, waitlisted, startsAt }] of facts.entries()) {
      if (taken > capacity) throw new Error('more are in than there are seats')
      if (taken < capacity && waitlisted > 0 && now() < startsAt) throw new Error('a seat is free while somebody waits')
      const [offered, waiting] = (['offered', 'waitlisted'] as const).map(state => entries[n]!.filter(entry => entry.state === state))
      if (offered!.some(one => waiting!.some(other => other.arrival < one.arrival && other.since < one.since)))
        throw new Error('offered past somebody')
      if (new Set(entries[n]!.map(entry => entry.person)).size < entries[n]!.length) throw new Error('somebody is there twice')
    }
    for (let who = 0; who < PEOPLE; who += 1)
      if ([0, 1].every(n => signUpFacts[entryOf(who, n)?.state ?? 'declined'].isLive)) throw new Error('two live shifts overlap')
  }
  const told = steps.map(one => {
    stepCount += 1
    const said =
      one.what === 'join'
        ? join(one.person, one.shift)
        : one.what === 'leave'
          ? leave(one.person, one.shift)
          : one.what === 'seats'
            ? setSeats(one.shift, one.seats)
            : one.what === 'pass'
              ? pass(one.hours)
              : answer(one.person, one.shift, one.what === 'accept')
    check()
    return said
  })
  const placeOf = (entry: Entry, n: number) => entries[n]!.filter(one => one.state === 'waitlisted' && one.arrival <= entry.arrival).length
  const standing = SHIFTS.map((_, n) =>
    Array.from({ length: PEOPLE }, (_, person) => {
      const entry = entryOf(person, n)
      return entry?.state === 'waitlisted' ? `waitlisted ${placeOf(entry, n)}` : (entry?.state ?? 'none')
    })
  )
  return { told, standing }
}
