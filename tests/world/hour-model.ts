import { POINTS_PER_HOUR, VOLUNTEERING_POINTS_PER_DAY_MAX } from '#contract/volunteering-states'

/** What may happen, the usual more often than the rare; `wait` is a day, `wait-out` as long as a notice. */
export const steps = [
  ...['approve', 'approve', 'approve', 'approve-by-word', 'reject', 'type-in', 'second', 'second', 'dispute', 'reverse'],
  ...['raise', 'clear', 'clear', 'uphold', 'wait', 'wait', 'wait-out', 'wait-out', 'wait-out']
] as const
export type Step = (typeof steps)[number]
export type Seen = 'both-ends' | 'one-end' | 'not-at-all'

/** What every shift of the histories gives: three hours scanned, one by staff's word, an hour and a half typed in. */
export const MINUTES = { scanned: 180, word: 60, typed: 90 }
export const NOTICE_DAYS = 3

interface Line {
  minutes: number
  from: keyof typeof MINUTES
  state: 'waits' | 'final' | 'reversed'
  daysLeft: number
  /** The order of entering, in which points are given. */
  number: number
  points: number
}

interface Paper {
  seen: Seen
  state: 'none' | 'checked-out' | 'open' | 'decided' | 'disputed' | 'revoked'
  wasDisputed: boolean
  hasRow: boolean
  proposal?: 'open' | 'decided'
  lines: Line[]
  openFlags: number
  isUpheld: boolean
}

/** volunteering.md on paper: one person, some shifts of one day, days that pass. Every step says whether it is allowed. */
export class HourModel {
  readonly papers: Paper[]
  points = 0
  private entered = 0

  constructor(seen: readonly Seen[]) {
    const states = { 'both-ends': 'checked-out', 'one-end': 'open', 'not-at-all': 'none' } as const
    this.papers = seen.map(one => ({
      ...{ seen: one, state: states[one], wasDisputed: false, hasRow: one !== 'not-at-all' },
      ...{ lines: [], openFlags: 0, isUpheld: false }
    }))
  }

  private of = (paper: Paper, state: Line['state']) => paper.lines.filter(line => line.state === state)
  private live = (paper: Paper) => paper.lines.filter(line => line.state !== 'reversed')
  private isHeld = (paper: Paper) => paper.openFlags > 0 || paper.state === 'disputed'
  private sum = (state: Line['state']) => this.papers.flatMap(paper => this.of(paper, state)).reduce((sum, line) => sum + line.minutes, 0)

  get minutes() {
    return this.sum('final')
  }
  get onNotice() {
    return this.sum('waits')
  }

  private enter(paper: Paper, from: Line['from']) {
    paper.lines.push({ minutes: MINUTES[from], from, state: 'waits', daysLeft: NOTICE_DAYS, number: (this.entered += 1), points: 0 })
    paper.state = 'decided'
  }

  private takeBack(lines: readonly Line[]) {
    for (const line of lines) {
      line.state = 'reversed'
      this.points -= line.points
      line.points = 0
    }
  }

  private approveAs(paper: Paper, from: 'scanned' | 'word'): boolean {
    if (paper.openFlags > 0 || paper.isUpheld || !['checked-out', 'open', 'disputed'].includes(paper.state)) return false
    const live = this.live(paper)
    const isUpholdingTyped = from === 'scanned' && live.some(line => line.from === 'typed')
    if (!isUpholdingTyped) {
      if (paper.seen === 'not-at-all') return false
      if (from === 'scanned' && paper.seen !== 'both-ends') return false
      if (from === 'word' && paper.seen === 'both-ends' && paper.state !== 'disputed') return false
    }
    if (isUpholdingTyped || (live.length > 0 && live.every(line => line.from === from))) {
      paper.state = 'decided'
      return true
    }
    this.takeBack(live)
    this.enter(paper, from)
    return true
  }

  /** @returns whether the step is allowed; `undefined` where there is nothing to do it to. */
  do(step: Step, shift: number): boolean | undefined {
    const paper = this.papers[shift]!
    const live = this.live(paper)
    const isTypeable = ['none', 'open', 'disputed'].includes(paper.state) && live.length === 0 && !paper.isUpheld
    switch (step) {
      case 'approve':
        return this.approveAs(paper, 'scanned')
      case 'approve-by-word':
        return this.approveAs(paper, 'word')
      case 'reject':
        if (!['checked-out', 'open', 'disputed'].includes(paper.state)) return false
        this.takeBack(live)
        paper.state = 'revoked'
        return true
      case 'type-in':
        if (!isTypeable || paper.proposal) return false
        paper.proposal = 'open'
        return true
      case 'second':
        if (!paper.proposal) return undefined
        if (paper.proposal === 'decided' || !isTypeable) return false
        paper.proposal = 'decided'
        paper.hasRow = true
        this.enter(paper, 'typed')
        return true
      case 'dispute':
        if (paper.wasDisputed || live.some(line => line.state === 'final')) return false
        Object.assign(paper, { wasDisputed: true, hasRow: true, state: 'disputed' })
        return true
      case 'reverse':
        if (live.length === 0) return undefined
        this.takeBack(live)
        paper.state = 'revoked'
        return true
      case 'raise':
        paper.openFlags += 1
        return true
      case 'clear':
      case 'uphold':
        return this.decide(paper, step)
      case 'wait':
        this.passDay()
        return true
      case 'wait-out':
        for (let day = 0; day < NOTICE_DAYS; day += 1) this.passDay()
        return true
    }
  }

  private decide(paper: Paper, decision: 'clear' | 'uphold'): boolean | undefined {
    if (paper.openFlags === 0) return undefined
    paper.openFlags -= 1
    if (decision === 'clear') return true
    this.takeBack(this.live(paper))
    paper.isUpheld = true
    if (paper.hasRow) paper.state = 'revoked'
    return true
  }

  private passDay() {
    const waiting = this.papers.filter(paper => !this.isHeld(paper)).flatMap(paper => this.of(paper, 'waits'))
    for (const line of waiting.sort((one, next) => one.number - next.number)) {
      line.daysLeft -= 1
      if (line.daysLeft > 0) continue
      line.state = 'final'
      const value = Math.floor((line.minutes * POINTS_PER_HOUR) / 60)
      line.points = Math.max(0, Math.min(value, VOLUNTEERING_POINTS_PER_DAY_MAX - this.points))
      this.points += line.points
    }
  }
}
