import { createHmac } from 'node:crypto'
import { CODE_STEP_SECONDS } from '#contract/volunteering-states'
import { isSameText } from '#server/volunteering/presence/shift-code-check'

/** What the keys of a person's own codes, and of paper cards, are derived for. */
export const PERSONAL_CODE_KEYS = 'volunteer-code'
export const CARD_KEYS = 'volunteer-card'

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

/** `TCC.<person>.<card number>.<mac>`: printed on a paper card; only staff can use it. */
export const cardCodeOf = (key: string, personId: string, cardNumber: number) =>
  `TCC.${personId}.${cardNumber}.${shortMac(key, 'card', personId, cardNumber)}`

export interface PersonalKeys {
  personal: readonly string[]
  cards: readonly string[]
}

export const personalKeysOf = (sessions: { keysFor(purpose: string): string[] }): PersonalKeys => ({
  personal: sessions.keysFor(PERSONAL_CODE_KEYS),
  cards: sessions.keysFor(CARD_KEYS)
})

export type ReadCode =
  | { kind: 'personal'; personId: string; step: number }
  | { kind: 'card'; personId: string; cardNumber: number }
  | { kind: 'shift' }
  | { kind: 'unknown' }

const isMadeBy = (keys: readonly string[], text: string, make: (key: string) => string) =>
  keys.map(key => isSameText(make(key), text)).includes(true)

/** Whose code was scanned; `unknown` where it was made by none of the keys. Its age is judged by who knows the moment. */
export function readPersonalCode({ personal, cards }: PersonalKeys, scanned: string): ReadCode {
  const text = scanned.trim()
  const [kind, personId = '', number = ''] = text.split('.')
  if (kind === 'TCS') return { kind: 'shift' }
  const step = parseInt(number, 36)
  if (kind === 'TCP' && Number.isSafeInteger(step) && isMadeBy(personal, text, key => makePersonalCode(key, personId, step)))
    return { kind: 'personal', personId, step }
  const cardNumber = Number(number)
  if (kind === 'TCC' && Number.isSafeInteger(cardNumber) && isMadeBy(cards, text, key => cardCodeOf(key, personId, cardNumber)))
    return { kind: 'card', personId, cardNumber }
  return { kind: 'unknown' }
}

const SYNC_TOLERANCE_SECONDS = 5

/** A scan taken without network: its code must be of the step at that moment, one step either way and 5 s for the clocks. */
export function isStepAt(step: number, at: Date): boolean {
  const seconds = at.getTime() / 1000
  const reach = CODE_STEP_SECONDS + SYNC_TOLERANCE_SECONDS
  return seconds >= step * CODE_STEP_SECONDS - reach && seconds < (step + 1) * CODE_STEP_SECONDS + reach
}
