import type { PointRule } from '#contract/points-shapes'
import { clipTo, roomsOf, type Given, type RulesInForce } from '#server/points/limits/limit-rules'
import { expiryOf, isPast, lotMovesOf, movesBack, type Lot, type LotMove } from '#server/points/lots/lot-rules'
import {
  accountOf,
  changeOfAvailable,
  entriesOfAdjustment,
  entriesOfAwardAtOnce,
  entriesOfCapture,
  entriesOfClawback,
  entriesOfExpiry,
  entriesOfHold,
  entriesOfPendingAward,
  entriesOfRelease,
  entriesOfRepayment,
  entriesOfVoid,
  type PersonAccount,
  type PointEntry
} from '#server/points/points-rules'
import { dayAfter, valueOf, type HistoryStep, type Seen } from '#world/points-model'

const scope = (perDay?: number) => ({ version: 1, value: 1, caps: perDay === undefined ? {} : { perDay }, budget: null })
const rules = {
  'report-solved': { rule: 'report-solved', ...scope() },
  'report-followed': { rule: 'report-followed', ...scope() },
  reports: { rule: 'reports', ...scope(20) },
  volunteering: { rule: 'volunteering', ...scope(40) },
  quizzes: { rule: 'quizzes', ...scope(6) },
  contests: { rule: 'contests', ...scope() },
  overall: { rule: 'overall', ...scope(60) }
} satisfies RulesInForce
const ruleOf: Partial<Record<HistoryStep['what'], PointRule>> = {
  report: 'report-solved',
  follow: 'report-followed',
  serve: 'volunteering',
  practise: 'quizzes'
}

/** One person's books, kept by the product's rules alone, without a database; every step checks what must always be true. */
export class PointsInBooks {
  private accounts = new Map<string, number>()
  private lots: Lot[] = []
  private awards: { rule: PointRule; on: string; amount: number; state: 'pending' | 'given' | 'reversed' }[] = []
  private holds: { amount: number; moves: LotMove[]; state: 'open' | 'resolved' }[] = []
  private freeze: number | undefined
  private clipped = 0
  private days = 0
  private written = 0

  private has = (account: PersonAccount) => this.accounts.get(accountOf('p', account)) ?? 0
  private get purse() {
    return { pending: this.has('pending'), available: this.has('available'), held: this.has('held'), debt: 0 - this.has('debt') }
  }

  private record(entries: readonly PointEntry[], given?: readonly LotMove[]): readonly LotMove[] {
    const lotId = `lot-${(this.written += 1)}`
    const change = changeOfAvailable({ personId: 'p', entries })
    const moves = given ?? lotMovesOf(change, this.lots, lotId)
    for (const { account, amount } of entries) this.accounts.set(account, (this.accounts.get(account) ?? 0) + amount)
    if (moves.some(move => move.lotId === lotId)) this.lots.push({ lotId, left: 0, expiresOn: expiryOf(dayAfter(this.days)) })
    for (const { lotId: id, amount } of moves) for (const lot of this.lots) if (lot.lotId === id) lot.left += amount
    return moves
  }

  private award(step: HistoryStep, rule: PointRule) {
    const [on, value] = [dayAfter(this.days), valueOf(step)]
    if (value === 0) return void this.awards.push({ rule, on, amount: 0, state: 'reversed' })
    const given: Given[] = this.awards.filter(one => one.state !== 'reversed')
    const cut = clipTo(value, roomsOf({ rule, on, given, givenThisYear: undefined }, rules))
    this.clipped += cut.clipped
    const isPending = rule === 'report-solved' || rule === 'report-followed'
    this.awards.push({ rule, on, amount: cut.given, state: isPending ? 'pending' : 'given' })
    this.record(isPending ? entriesOfPendingAward('p', rule, cut.given) : entriesOfAwardAtOnce('p', rule, cut.given, this.purse.debt))
  }

  private settle(what: 'release' | 'reverse', n: number) {
    const one = this.awards[n % Math.max(1, this.awards.length)]
    if (!one || one.state === 'reversed' || one.amount === 0 || (what === 'release' && one.state !== 'pending')) return
    const { debt, available } = this.purse
    const ownPending = one.state === 'pending' ? one.amount : 0
    this.record(
      what === 'release' ? entriesOfRelease('p', one.amount, debt) : entriesOfClawback('p', one.rule, one.amount, { ownPending, available })
    )
    one.state = what === 'release' ? 'given' : 'reversed'
  }

  private keep(amount: number) {
    const moves = this.record(entriesOfHold('p', amount))
    this.holds.push({ amount, moves: [...moves], state: 'open' })
  }

  private giveBack(hold: PointsInBooks['holds'][number]) {
    this.record(entriesOfVoid('p', hold.amount), movesBack(hold.moves))
    hold.state = 'resolved'
    this.record(entriesOfRepayment('p', this.purse))
  }

  private resolve(what: 'cancel' | 'fulfil', n: number) {
    const index = n % Math.max(1, this.holds.length)
    const hold = this.holds[index]
    if (hold?.state !== 'open' || index === this.freeze) return
    if (what === 'cancel') return this.giveBack(hold)
    this.record(entriesOfCapture('p', hold.amount, 'redeemed:r'))
    hold.state = 'resolved'
  }

  private expire() {
    if (this.freeze !== undefined) return
    for (const { lotId, left } of this.lots.filter(lot => lot.left > 0 && isPast(lot, dayAfter(this.days))))
      this.record(entriesOfExpiry('p', left), [{ lotId, amount: -left }])
  }

  live(step: HistoryStep): Seen {
    this.days += step.days
    const { what, n } = step
    const { available, debt } = this.purse
    const rule = ruleOf[what]
    if (rule) this.award(step, rule)
    else if (what === 'release' || what === 'reverse') this.settle(what, n)
    else if (what === 'cancel' || what === 'fulfil') this.resolve(what, n)
    else if (what === 'hold' && this.freeze === undefined && n > 0 && n <= available) this.keep(n)
    else if (what === 'freeze' && this.freeze === undefined) {
      this.freeze = this.holds.length
      this.keep(available)
    } else if (what === 'lift' && this.freeze !== undefined) {
      const frozen = this.holds[this.freeze]!
      this.freeze = undefined
      this.giveBack(frozen)
    } else if (what === 'adjust' && (n % 2 === 0 || n <= available)) this.record(entriesOfAdjustment('p', n % 2 === 0 ? n : -n, debt))
    else if (what === 'tick') this.expire()
    return this.see()
  }

  private see(): Seen {
    const endings: Record<string, number> = {}
    for (const { left, expiresOn } of this.lots) if (left > 0) endings[expiresOn] = (endings[expiresOn] ?? 0) + left
    return { ...this.purse, endings, clipped: this.clipped }
  }

  /** What is not as the end of the design page demands, in words; empty where all is. */
  faults(): string[] {
    const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
    const { pending, available, held, debt } = this.purse
    return [
      sum([...this.accounts.values()]) !== 0 && 'the ledger does not sum to zero',
      Math.min(pending, available, held, debt) < 0 && 'something is below zero',
      available !== sum(this.lots.map(lot => lot.left)) && 'available is not what the lots hold',
      this.lots.some(lot => lot.left < 0) && 'a lot is below zero',
      held !== sum(this.holds.map(hold => (hold.state === 'open' ? hold.amount : 0))) && 'held is not what the holds keep',
      debt > 0 && available > 0 && 'something is owed and available'
    ].filter(fault => fault !== false)
  }
}
