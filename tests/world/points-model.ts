/** One thing that may happen to somebody's points; `n` is an amount, or which of those before is meant. */
export interface HistoryStep {
  what:
    | 'report'
    | 'follow'
    | 'serve'
    | 'practise'
    | 'release'
    | 'reverse'
    | 'hold'
    | 'cancel'
    | 'fulfil'
    | 'freeze'
    | 'lift'
    | 'adjust'
    | 'tick'
  n: number
  /** Days that pass before it. */
  days: number
}

/** What can be seen of somebody's points. */
export interface Seen {
  pending: number
  available: number
  held: number
  debt: number
  /** What is available by the last day it can be used. */
  endings: Record<string, number>
  /** What was cut off of everything so far. */
  clipped: number
}

export const FIRST_DAY = '2026-11-20'
export const dayAfter = (days: number) => new Date(Date.parse(`${FIRST_DAY}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const worth = { report: 5, follow: 1, serve: 1, practise: 1 }
const isAward = (what: HistoryStep['what']): what is keyof typeof worth => what in worth
/** What an award is worth before any cap: reports give 5 or 1; minutes in tens of six, right answers one each. */
export const valueOf = ({ what, n }: HistoryStep) => (what === 'serve' ? n : what === 'practise' ? n % 9 : what === 'report' ? 5 : 1)

interface Coin {
  award: number
  place: 'pending' | 'available' | 'held' | 'gone'
  ends: string
  hold: number
}

/** Points as coins on a table, one by one: slow, and with nothing taken from the product. */
export class PointsOnTable {
  private coins: Coin[] = []
  private awards: { what: string; on: string; given: number; state: 'pending' | 'given' | 'reversed' }[] = []
  private holds: ('open' | 'captured' | 'voided')[] = []
  private freeze: number | undefined
  private debt = 0
  private clipped = 0
  private days = 0

  private on = (place: Coin['place']) => this.coins.filter(coin => coin.place === place)
  private soonest = () => this.on('available').sort((a, b) => (a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : 0))

  /** Puts coins on the table; those that are owed are not put there at all. */
  private hand(count: number, award: number) {
    const ends = `${Number(dayAfter(this.days).slice(0, 4)) + 1}-12-31`
    for (let coin = 0; coin < count; coin += 1)
      if (this.debt > 0) this.debt -= 1
      else this.coins.push({ award, place: 'available', ends, hold: -1 })
  }

  private takeOrOwe(count: number) {
    for (const coin of this.soonest().slice(0, count)) {
      coin.place = 'gone'
      count -= 1
    }
    this.debt += count
  }

  private award(step: HistoryStep) {
    const on = dayAfter(this.days)
    const value = valueOf(step)
    if (value === 0) return void this.awards.push({ what: 'nothing', on, given: 0, state: 'given' })
    const today = this.awards.filter(one => one.on === on && one.state !== 'reversed')
    const sum = (...whats: string[]) => today.filter(one => whats.includes(one.what)).reduce((total, one) => total + one.given, 0)
    const isReport = step.what === 'report' || step.what === 'follow'
    const left = isReport ? 20 - sum('report', 'follow') : step.what === 'serve' ? 40 - sum('serve') : 6 - sum('practise')
    const given = Math.max(0, Math.min(value, left, 60 - sum('report', 'follow', 'serve', 'practise')))
    this.clipped += value - given
    this.awards.push({ what: step.what, on, given, state: isReport ? 'pending' : 'given' })
    const award = this.awards.length - 1
    if (!isReport) return this.hand(given, award)
    for (let coin = 0; coin < given; coin += 1) this.coins.push({ award, place: 'pending', ends: '', hold: -1 })
  }

  private settle(what: 'release' | 'reverse', n: number) {
    const award = n % Math.max(1, this.awards.length)
    const one = this.awards[award]
    if (!one || one.state === 'reversed' || one.given === 0 || (what === 'release' && one.state !== 'pending')) return
    const waiting = this.on('pending').filter(coin => coin.award === award)
    for (const coin of waiting) coin.place = 'gone'
    if (what === 'release') this.hand(waiting.length, award)
    else if (one.state === 'given') this.takeOrOwe(one.given)
    one.state = what === 'release' ? 'given' : 'reversed'
  }

  private keep(count: number) {
    for (const coin of this.soonest().slice(0, count)) Object.assign(coin, { place: 'held', hold: this.holds.length })
    this.holds.push('open')
  }

  private giveBack(hold: number) {
    this.holds[hold] = 'voided'
    for (const coin of this.on('held').filter(one => one.hold === hold)) coin.place = 'available'
    const owed = Math.min(this.debt, this.on('available').length)
    this.debt -= owed
    for (const coin of this.soonest().slice(0, owed)) coin.place = 'gone'
  }

  private resolve(what: 'cancel' | 'fulfil', n: number) {
    const hold = n % Math.max(1, this.holds.length)
    if (this.holds[hold] !== 'open' || hold === this.freeze) return
    if (what === 'cancel') return this.giveBack(hold)
    this.holds[hold] = 'captured'
    for (const coin of this.on('held').filter(one => one.hold === hold)) coin.place = 'gone'
  }

  private expire() {
    if (this.freeze !== undefined) return
    for (const coin of this.on('available')) if (coin.ends < dayAfter(this.days)) coin.place = 'gone'
  }

  live(step: HistoryStep): Seen {
    this.days += step.days
    const { what, n } = step
    const has = this.on('available').length
    if (isAward(what)) this.award(step)
    else if (what === 'release' || what === 'reverse') this.settle(what, n)
    else if (what === 'cancel' || what === 'fulfil') this.resolve(what, n)
    else if (what === 'hold' && this.freeze === undefined && n > 0 && n <= has) this.keep(n)
    else if (what === 'freeze' && this.freeze === undefined) {
      this.freeze = this.holds.length
      this.keep(has)
    } else if (what === 'lift' && this.freeze !== undefined) {
      const hold = this.freeze
      this.freeze = undefined
      this.giveBack(hold)
    } else if (what === 'adjust' && n % 2 === 0) this.hand(n, -1)
    else if (what === 'adjust' && n <= has) this.takeOrOwe(n)
    else if (what === 'tick') this.expire()
    return this.see()
  }

  private see(): Seen {
    const endings: Record<string, number> = {}
    for (const { ends } of this.on('available')) endings[ends] = (endings[ends] ?? 0) + 1
    const count = (place: Coin['place']) => this.on(place).length
    return {
      pending: count('pending'),
      available: count('available'),
      held: count('held'),
      debt: this.debt,
      endings,
      clipped: this.clipped
    }
  }
}
