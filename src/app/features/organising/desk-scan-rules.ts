import { readShiftCode } from '#contract/presence-code'
import type { AttendanceState, PresencePhase } from '#contract/volunteering-states'

/** One scan of a volunteer's own code as this phone remembers it. */
export interface DeskScan {
  scanId: string
  shiftId: string
  phase: PresencePhase
  /** By this phone's clock. */
  scannedAt: string
  state: 'waiting' | 'done' | 'refused'
  maskedName?: string
  attendance?: AttendanceState
  /** The code of the refusal. */
  refusal?: string
}

const SCANS_MAX = 200
/** The same code held before the camera a moment longer is the same scan. */
const REPEAT_MILLISECONDS = 15_000
const DIGITS = /^\d{8}$/

/** The list with this scan in it, newest first, in the place of what was known of it. */
export const scansWith = (scans: readonly DeskScan[], scan: DeskScan): DeskScan[] => {
  const isKnown = scans.some(({ scanId }) => scanId === scan.scanId)
  return (isKnown ? scans.map(one => (one.scanId === scan.scanId ? scan : one)) : [scan, ...scans]).slice(0, SCANS_MAX)
}

export type ReadScan = { kind: 'code'; code: string; isTyped: boolean } | { kind: 'unusable'; sentence: string }

/** What was scanned or typed at the desk, before the server is asked. */
export function readScan(text: string): ReadScan {
  const plain = text.trim()
  const digits = plain.replace(/\s/g, '')
  if (DIGITS.test(digits)) return { kind: 'code', code: digits, isTyped: true }
  if (readShiftCode(plain)) return { kind: 'unusable', sentence: '这是活动的码，请扫志愿者手机上的“我的码”。' }
  if (/^TC[PC]\./.test(plain)) return { kind: 'code', code: plain, isTyped: false }
  return { kind: 'unusable', sentence: '这不是志愿者的码。请他打开“我的码”，或拿出纸卡。' }
}

/** Whether the same code was just taken at the same phase. */
export const isRepeat = (
  last: { code: string; phase: PresencePhase; at: number } | undefined,
  code: string,
  phase: PresencePhase,
  at: number
) => last !== undefined && last.code === code && last.phase === phase && at - last.at < REPEAT_MILLISECONDS
