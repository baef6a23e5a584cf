import { POLICY_VERSION } from '#contract/people'
import { volunteering as contract } from '#contract/volunteering'
import type { Writing } from '#server/database/database'
import { gatheredCommand, type Caller, type GatheredCall, type Outcome } from '#server/operation'
import { Refusal } from '#server/refusal'
import { afterJoining, decideJoin, type JoinerFacts, type JoinRefusal, type Joined } from '#server/volunteering/sign-ups/join-rules'
import { countFaults, holdShifts, readJoiners, titlesOf, writeSignUps, type NewSignUp } from '#server/volunteering/sign-ups/join-store'
import { lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'

type Call = GatheredCall<{ shiftId: string }>
type Shifts = Awaited<ReturnType<typeof holdShifts>>

const hasConsented = (caller: Caller) => caller.consentedPolicy === POLICY_VERSION

/** Somebody who joined earlier in the same batch joined before. */
function withEarlierOfBatch(joiner: JoinerFacts, { input, caller }: Call, added: readonly NewSignUp[], held: Shifts): JoinerFacts {
  const theirs = added.filter(row => row.personId === caller.personId)
  const here = theirs.find(row => row.shiftId === input.shiftId)
  const elsewhere = theirs.flatMap(row => held.get(row.shiftId) ?? [])
  const arrival = joiner.earlier?.arrival ?? 0
  const waiting = added.filter(({ shiftId, joined }) => shiftId === input.shiftId && joined.state === 'waitlisted')
  const before = waiting.filter(({ joined }) => joined.arrival < arrival).length
  return {
    ...joiner,
    earlier: here
      ? { ...here.joined, waitingBefore: 0 }
      : joiner.earlier && { ...joiner.earlier, waitingBefore: joiner.earlier.waitingBefore + before },
    near: [...joiner.near, ...elsewhere],
    liveCount: joiner.liveCount + theirs.length
  }
}

/** Decides call by call, in order of arrival, each on what the ones before left. */
function decideAll(calls: readonly Call[], joiners: readonly JoinerFacts[], held: Shifts) {
  const added: NewSignUp[] = []
  const decisions = calls.map((call, place): Joined | JoinRefusal => {
    const { shiftId } = call.input
    const shift = held.get(shiftId)
    if (!hasConsented(call.caller)) return { refusal: 'consent-needed' }
    if (!shift) return { refusal: 'shift-not-found' }
    const decided = decideJoin(shift, withEarlierOfBatch(joiners[place] as JoinerFacts, call, added, held), call.now)
    if ('refusal' in decided) return decided
    held.set(shiftId, { ...afterJoining(shift, decided), title: shift.title })
    added.push({ shiftId, personId: call.caller.personId, now: call.now, joined: decided })
    return decided
  })
  return { added, decisions }
}

/** Says what the refusal is about: which other shift, or what rate. */
async function explain(writing: Writing, { caller, now }: Call, { refusal, data, otherShiftId }: JoinRefusal): Promise<Refusal> {
  if (otherShiftId)
    return new Refusal(refusal, { shiftId: otherShiftId, title: (await titlesOf(writing, [otherShiftId])).get(otherShiftId), ...data })
  if (refusal === 'cool-down') return new Refusal(refusal, { ...data, ...(await countFaults(writing, caller.personId, now)) })
  return new Refusal(refusal, data)
}

/** 报名: the whole crowd of a moment in one transaction, exactly as many seats as there are. */
export const joinShift = gatheredCommand(contract.joinShift, async ({ calls, writing }) => {
  await lockVolunteers(
    writing,
    calls.map(call => call.caller.personId)
  )
  const arrivals = calls.map(({ input, caller, now }) => ({ shiftId: input.shiftId, personId: caller.personId, now }))
  const held = await holdShifts(
    writing,
    arrivals.map(arrival => arrival.shiftId)
  )
  const { added, decisions } = decideAll(calls, await readJoiners(writing, arrivals, held), held)
  await writeSignUps(writing, added, held)
  const outcomes: Outcome<{ state: Joined['state']; position?: number }>[] = []
  for (const [place, decided] of decisions.entries())
    if ('refusal' in decided) outcomes.push({ refusal: await explain(writing, calls[place] as Call, decided) })
    else outcomes.push({ answer: { state: decided.state, ...(decided.position !== undefined && { position: decided.position }) } })
  return outcomes
})
