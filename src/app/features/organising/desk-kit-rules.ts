import { CHECK_IN_OPENS, type PresencePhase } from '#contract/volunteering-states'

/** What this phone keeps of a shift so that its desk goes on without network. */
export interface DeskKit {
  shiftId: string
  secret: string
  startsAt: string
  endsAt: string
  /** Whose it is: nobody else who signs in on this phone shows codes with it. */
  personId: string
  /** Add to this phone's clock to get the server's. */
  clockOffsetMilliseconds: number
}

const KITS_MAX = 6
const KEPT_MILLISECONDS = 24 * 3_600_000

/** How far the server's clock is ahead of this phone's: it answered half-way between asking and hearing. */
export const clockOffsetOf = (serverTime: string, askedAt: number, heardAt: number) =>
  Math.round(Date.parse(serverTime) - (askedAt + heardAt) / 2)

/** The kits to keep once this one has come: it first, none that is long over, and not many. */
export function kitsWith(kits: readonly DeskKit[], kit: DeskKit, now: Date): DeskKit[] {
  const others = kits.filter(one => one.shiftId !== kit.shiftId && Date.parse(one.endsAt) + KEPT_MILLISECONDS > now.getTime())
  return [kit, ...others].slice(0, KITS_MAX)
}

const MINUTE_MILLISECONDS = 60_000
/** Before the end people begin to leave. */
const LEAVING_MINUTES = 20

/** The phase a desk opens with: checking in until shortly before the end, then checking out. */
export function phaseAt(at: Date, { startsAt, endsAt }: Pick<DeskKit, 'startsAt' | 'endsAt'>): PresencePhase {
  const leaving = Math.max(Date.parse(startsAt), Date.parse(endsAt) - LEAVING_MINUTES * MINUTE_MILLISECONDS)
  return at.getTime() >= leaving ? 'out' : 'in'
}

/** When the codes of a shift begin to count. */
export const opensAt = ({ startsAt }: Pick<DeskKit, 'startsAt'>) => new Date(Date.parse(startsAt) - CHECK_IN_OPENS * MINUTE_MILLISECONDS)

/** 1234 5678: eight digits as people read them out. */
export const spacedDigits = (digits: string) => `${digits.slice(0, 4)} ${digits.slice(4)}`
