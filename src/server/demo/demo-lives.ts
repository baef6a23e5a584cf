import type { Persona } from '#contract/people'
import type { ReportState } from '#contract/report-states'

/** Who takes a step: a persona in the capacity the table of moves asks for, or somebody the report itself knows. */
export type DemoActor = Persona | 'reporter' | 'clock' | 'rule'

/** One step of a life, `wait` minutes after the one before; the minutes of staff run in their hours only. */
export interface Beat {
  wait: number
  by: DemoActor
  to: ReportState
  unitId?: string
  reasonCode?: string
  note?: string
  /** A picture to bring along: the place as it was, or put right. */
  photo?: 'before' | 'after'
  /** The report this one is merged into. */
  masterKey?: string
  /** Suspension: days until it is looked at again. */
  reviewInDays?: number
  referredTo?: string
  referenceNumber?: string
}

const unitIdOf = (unit: string) => `demo-unit-${unit}`

export const filed = (wait = 16): Beat[] => [{ wait, by: 'reviewer', to: 'filed' }]

export const dispatched = (unit: string, wait = 14): Beat[] => [
  ...filed(),
  { wait, by: 'dispatcher', to: 'dispatched', unitId: unitIdOf(unit) }
]

/** Filed, and sent on in the same minute by a routing rule. */
export const routed = (unit: string): Beat[] => [...filed(4), { wait: 0, by: 'rule', to: 'dispatched', unitId: unitIdOf(unit) }]

const accepted = (wait = 22): Beat => ({ wait, by: 'handler', to: 'handling' })

export const handling = (unit: string, wait?: number): Beat[] => [...dispatched(unit), accepted(wait)]
export const handlingAtOnce = (unit: string): Beat[] => [...routed(unit), accepted(5)]

const done = (minutes: number, note: string): Beat => ({ wait: minutes, by: 'handler', to: 'handled', note, photo: 'after' })
const checked = (wait = 70, note?: string): Beat => ({ wait, by: 'verifier', to: 'closed', note })

/** `minutes` is the time between accepting and being done. */
export const handled = (unit: string, minutes: number, note: string): Beat[] => [...handling(unit), done(minutes, note)]
export const closed = (unit: string, minutes: number, note: string): Beat[] => [...handled(unit, minutes, note), checked()]
export const closedAtOnce = (unit: string, minutes: number, note: string): Beat[] => [
  ...handlingAtOnce(unit),
  done(minutes, note),
  checked(35)
]

/** What is fleeting is checked and counted, and ends there. */
export const counted = (note: string): Beat[] => [...filed(), { wait: 25, by: 'reviewer', to: 'closed', note }]

/** Sent back once or twice before the right hands had it. */
export const returned = (unit: string, note: string): Beat[] => [
  { wait: 20, by: 'dispatcher', to: 'dispatched', unitId: unitIdOf(unit) },
  { wait: 35, by: 'handler', to: 'filed', reasonCode: 'wrong-unit', note }
]

/** From filed onwards, where a life has already begun in another way. */
export const onwards = (unit: string, minutes: number, note: string, by: 'dispatcher' | 'supervisor' = 'dispatcher'): Beat[] => [
  { wait: 15, by, to: 'dispatched', unitId: unitIdOf(unit) },
  accepted(),
  done(minutes, note)
]

/** The checker found it not done; then done again. */
export const reworked = (reasonCode: string, complaint: string, minutes: number, note: string): Beat[] => [
  sentBack(reasonCode, complaint),
  done(minutes, note)
]
export const sentBack = (reasonCode: string, note: string): Beat => ({ wait: 60, by: 'verifier', to: 'handling', reasonCode, note })
/** A first try that its own picture shows to be unfinished. */
export const halfDone = (minutes: number, note: string): Beat => ({ wait: minutes, by: 'handler', to: 'handled', note, photo: 'before' })

export const asked = (reasonCode: string, note: string): Beat => ({ wait: 20, by: 'reviewer', to: 'need_info', reasonCode, note })
export const answered = (wait: number, note: string): Beat => ({ wait, by: 'reporter', to: 'submitted', note, photo: 'before' })
export const rejected = (reasonCode: string, note: string): Beat => ({ wait: 25, by: 'reviewer', to: 'rejected', reasonCode, note })

/** `wait` in minutes after closing or rejection. */
export const objected = (wait: number, note: string): Beat => ({ wait, by: 'reporter', to: 'objection', note, photo: 'before' })
export const upheld = (note: string): Beat => ({ wait: 90, by: 'supervisor', to: 'handling', note })
export const finished = (minutes: number, note: string): Beat[] => [done(minutes, note), checked()]

export const suspended = (reasonCode: string, note: string, reviewInDays: number): Beat => ({
  wait: 120,
  by: 'supervisor',
  to: 'suspended',
  reasonCode,
  note,
  reviewInDays
})
export const resumed = (wait: number, note: string): Beat => ({ wait, by: 'supervisor', to: 'handling', note })

export const referred = (by: 'reviewer' | 'dispatcher', referredTo: string, referenceNumber: string, note: string): Beat => ({
  wait: 30,
  by,
  to: 'referred',
  referredTo,
  referenceNumber,
  note
})
/** What the other authority answered, as the liaison (the dispatcher's second role) passes it on. */
export const replied = (wait: number, note: string): Beat => ({ wait, by: 'dispatcher', to: 'handled', note, photo: 'after' })

export const merged = (by: 'reviewer' | 'dispatcher', masterKey: string, note: string): Beat => ({
  wait: 18,
  by,
  to: 'merged',
  masterKey,
  note
})
