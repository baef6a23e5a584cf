import { createHmac } from 'node:crypto'
import { CODE_STEP_SECONDS } from '#contract/volunteering-states'
import { isSameText } from '#server/volunteering/presence/shift-code-check'

/** What the keys of a person's own codes are derived for. */
export const PERSONAL_CODE_KEYS = 'volunteer-code'

const MAC_BYTES = 12

const macOf = (key: string, ...parts: (string | number)[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest()
const shortMac = (key: string, ...parts: (string | number)[]) =>
  macOf(key, ...parts)
    .subarray(0, MAC_BYTES)
    .toString('hex')

/** `TCP.<person>.<step>.<mac>`: what a person's own rotating QR code says. */
export const makePersonalCode = (key: string, personId: string, step: number) =>
  `TCP.${personId}.${step.toString(36)}.${shortMac(key, 'person', personId, step)}`

/** The same for typing, eight digits. */
export const makePersonalDigits = (key: string, personId: string, step: number) =>
  String(macOf(key, 'person-digits', personId, step).readUIntBE(0, 6) % 100_000_000).padStart(8, '0')

/** `TCC.<person>.<secret>`: printed on a paper card; only staff can use it. */
export const cardCodeOf = (personId: string, cardSecret: string) => `TCC.${personId}.${cardSecret}`

export const personalKeysOf = (sessions: { keysFor(purpose: string): string[] }): readonly string[] => sessions.keysFor(PERSONAL_CODE_KEYS)

export type ReadCode =
  | { kind: 'personal'; personId: string; step: number }
  | { kind: 'card'; personId: string; cardSecret: string }
  | { kind: 'shift' }
  | { kind: 'unknown' }

const isMadeBy = (keys: readonly string[], text: string, make: (key: string) => string) =>
  keys.map(key => isSameText(make(key), text)).includes(true)

/** Whose code was scanned; `unknown` where it was made by none of the keys. Its age, and whether a card is the good one, is judged elsewhere. */
export function readPersonalCode(keys: readonly string[], scanned: string): ReadCode {
  const text = scanned.trim()
  const [kind, personId = '', said = ''] = text.split('.')
  if (kind === 'TCS') return { kind: 'shift' }
  const step = parseInt(said, 36)
  if (kind === 'TCP' && Number.isSafeInteger(step) && isMadeBy(keys, text, key => makePersonalCode(key, personId, step)))
    return { kind: 'personal', personId, step }
  return kind === 'TCC' && personId && said ? { kind: 'card', personId, cardSecret: said } : { kind: 'unknown' }
}

const SYNC_TOLERANCE_SECONDS = 5

/** A scan taken without network: its code must be of the step at that moment, one step either way and 5 s for the clocks. */
export function isStepAt(step: number, at: Date): boolean {
  const seconds = at.getTime() / 1000
  const reach = CODE_STEP_SECONDS + SYNC_TOLERANCE_SECONDS
  return seconds >= step * CODE_STEP_SECONDS - reach && seconds < (step + 1) * CODE_STEP_SECONDS + reach
}
