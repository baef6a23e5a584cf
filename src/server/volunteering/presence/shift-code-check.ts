import { createHmac, timingSafeEqual } from 'node:crypto'
import { makeShiftCode, makeShiftDigits, readShiftCode, stepOf } from '#contract/presence-code'
import type { PresencePhase } from '#contract/volunteering-states'

/**
 * The key a desk computes codes from, in hex. Derived from the secret of the shift, which never leaves the server: whoever has
 * the key cannot foretell when heads will be counted.
 */
export const deskKeyOf = (secretHex: string) => createHmac('sha256', Buffer.from(secretHex, 'hex')).update('desk').digest('hex')

/** Compares in constant time. */
export function isSameText(one: string, other: string): boolean {
  const [given, right] = [Buffer.from(one), Buffer.from(other)]
  return given.length === right.length && timingSafeEqual(given, right)
}

/** The current step and the one before: a code lives 15 to 30 seconds. */
export const isFreshStep = (step: number, now: Date) => step === stepOf(now) || step === stepOf(now) - 1

export interface AskedFor {
  shiftId: string
  phase: PresencePhase
}

/** What a presented code is: one of this shift and phase (of whatever age), another's, or nothing this shift ever showed. */
export type CheckedCode = { step: number } | { refusal: 'code-wrong-shift' | 'code-expired' }

/** Reads what was scanned. Somebody's own code or card is for staff to scan, so it is the wrong one here. */
export function checkShiftCode(key: string, asked: AskedFor, text: string): CheckedCode {
  const said = readShiftCode(text)
  if (!said) return { refusal: /^TC[PC]\./.test(text.trim()) ? 'code-wrong-shift' : 'code-expired' }
  if (said.shiftId !== asked.shiftId || said.phase !== asked.phase) return { refusal: 'code-wrong-shift' }
  return isSameText(makeShiftCode(key, said), text.trim()) ? { step: said.step } : { refusal: 'code-expired' }
}

/** Typed digits say no step, so they are held against both that are good now. */
export function checkShiftDigits(key: string, { shiftId, phase }: AskedFor, digits: string, now: Date): CheckedCode {
  const steps = [stepOf(now), stepOf(now) - 1]
  const matching = steps.map(step => (isSameText(makeShiftDigits(key, { shiftId, phase, step }), digits) ? step : undefined))
  const step = matching.find(found => found !== undefined)
  return step === undefined ? { refusal: 'code-expired' } : { step }
}
