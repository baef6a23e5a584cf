import { createHmac, timingSafeEqual } from 'node:crypto'
import { REDEMPTION_CODE_STEP_SECONDS } from '#contract/redemption-moves'

const MAC_BYTES = 12

export const codeStepOf = (at: Date) => Math.floor(at.getTime() / 1000 / REDEMPTION_CODE_STEP_SECONDS)

/** Whole seconds until the code of this moment is replaced by the next. */
export const codeSecondsLeft = (at: Date) => REDEMPTION_CODE_STEP_SECONDS - (Math.floor(at.getTime() / 1000) % REDEMPTION_CODE_STEP_SECONDS)

const macOf = (secretHex: string, redemptionId: string, step: number) =>
  createHmac('sha256', Buffer.from(secretHex, 'hex'))
    .update(JSON.stringify(['redemption', redemptionId, step]))
    .digest()
    .subarray(0, MAC_BYTES)
    .toString('hex')

/** `TCR.<redemption>.<step>.<mac>`: what the QR code of a redemption says. */
export const makeRedemptionCode = (secretHex: string, redemptionId: string, step: number) =>
  `TCR.${redemptionId}.${step.toString(36)}.${macOf(secretHex, redemptionId, step)}`

/** What a scanned text says, unchecked; undefined where it is no code of a redemption. */
export function readRedemptionCode(scanned: string): { redemptionId: string; step: number } | undefined {
  const [kind, redemptionId, step36, mac, ...rest] = scanned.trim().split('.')
  const step = parseInt(step36 ?? '', 36)
  if (kind !== 'TCR' || !redemptionId || !Number.isSafeInteger(step) || !mac || rest.length > 0) return undefined
  return { redemptionId, step }
}

/** Whether the redemption's own secret made this code. Compares in constant time. */
export function isMadeWith(secretHex: string, { redemptionId, step }: { redemptionId: string; step: number }, scanned: string): boolean {
  const [given, right] = [Buffer.from(scanned.trim()), Buffer.from(makeRedemptionCode(secretHex, redemptionId, step))]
  return given.length === right.length && timingSafeEqual(given, right)
}

/** The present code and the one before: a code lives 30 to 60 seconds. */
export const isFreshCode = (step: number, now: Date) => step === codeStepOf(now) || step === codeStepOf(now) - 1

/** `TCC.<person>.<secret>`, as printed on a volunteer's paper card. */
export function readCard(scanned: string): { personId: string; cardSecret: string } | undefined {
  const [kind, personId, cardSecret, ...rest] = scanned.trim().split('.')
  return kind === 'TCC' && personId && cardSecret && rest.length === 0 ? { personId, cardSecret } : undefined
}

/** Compares what a card says with what it should, in constant time. */
export function isCardGood(cardSecret: string, said: string): boolean {
  const [given, right] = [Buffer.from(said), Buffer.from(cardSecret)]
  return given.length === right.length && timingSafeEqual(given, right)
}
