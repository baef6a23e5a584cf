import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { CODE_STEP_SECONDS, presencePhases, type PresencePhase } from '#contract/volunteering-states'

/**
 * The rotating code of a shift, in the manner of RFC 6238 with steps of 15 s. It stands in the contract because the desk's phone
 * computes it too, without network, from the secret it fetched before.
 */
export interface ShiftCode {
  shiftId: string
  phase: PresencePhase
  /** Steps of `CODE_STEP_SECONDS` since 1970. */
  step: number
}

const letters: Record<PresencePhase, string> = { in: 'i', midway: 'm', out: 'o' }
const MAC_BYTES = 12

export const stepOf = (at: Date) => Math.floor(at.getTime() / 1000 / CODE_STEP_SECONDS)

/** Whole seconds until the code of this moment is replaced by the next, 1–15. */
export const secondsLeft = (at: Date) => CODE_STEP_SECONDS - (Math.floor(at.getTime() / 1000) % CODE_STEP_SECONDS)

// ASCII only, so that it runs where there is no TextEncoder.
const bytesOf = (ascii: string) => Uint8Array.from(ascii, letter => letter.charCodeAt(0))

function macOf(secretHex: string, { shiftId, phase, step }: ShiftCode): Uint8Array {
  return hmac(sha256, hexToBytes(secretHex), bytesOf(`shift|${shiftId}|${letters[phase]}|${step}`))
}

/** `TCS.<shift>.<phase>.<step>.<mac>`: what the QR code on site says. */
export function makeShiftCode(secretHex: string, code: ShiftCode): string {
  const mac = bytesToHex(macOf(secretHex, code).slice(0, MAC_BYTES))
  return `TCS.${code.shiftId}.${letters[code.phase]}.${code.step.toString(36)}.${mac}`
}

/** The same code for typing, eight digits (dynamic truncation of RFC 4226). */
export function makeShiftDigits(secretHex: string, code: ShiftCode): string {
  const mac = macOf(secretHex, code)
  const offset = (mac[mac.length - 1] ?? 0) & 0x0f
  const [a = 0, b = 0, c = 0, d = 0] = mac.slice(offset, offset + 4)
  const number = (a & 0x7f) * 0x1000000 + b * 0x10000 + c * 0x100 + d
  return String(number % 100_000_000).padStart(8, '0')
}

const FRACTION_BYTES = 6

/** A number from 0 up to 1 that only who holds the secret can foretell: when within a shift the system asks for something. */
export function promptFraction(secretHex: string, purpose: 'head-count' | 'midway'): number {
  const bytes = hmac(sha256, hexToBytes(secretHex), bytesOf(purpose)).slice(0, FRACTION_BYTES)
  return bytes.reduce((fraction, byte) => fraction * 256 + byte, 0) / 256 ** FRACTION_BYTES
}

/** What a scanned text says, unchecked; undefined where it is no code of a shift. */
export function readShiftCode(text: string): (ShiftCode & { mac: string }) | undefined {
  const [kind, shiftId, letter, step36, mac, ...rest] = text.trim().split('.')
  const phase = presencePhases.find(known => letters[known] === letter)
  const step = parseInt(step36 ?? '', 36)
  if (kind !== 'TCS' || !shiftId || !phase || !Number.isSafeInteger(step) || !mac || rest.length > 0) return undefined
  return { shiftId, phase, step, mac }
}
