import type { PresencePhase } from '#contract/volunteering-states'
import { DESK_SCAN, deskScans } from '#app/features/organising/desk-scan-store'
import { scanRefusalWords } from '#app/features/organising/desk-scan-words'
import { call } from '#app/platform/call-operation'
import { newKey, outbox } from '#app/platform/outbox'
import { Offline, Refused } from '#app/platform/refused'
import { wordsForError } from '#app/words/refusals'

export interface TakenCode {
  shiftId: string
  phase: PresencePhase
  code: string
  /** Eight digits instead of a code: only the server can tell whose they are, and only now. */
  isTyped: boolean
  isWalkIn: boolean
}

/** `kept` waits for the network; `walk-in` did not sign up, and staff have to say whether to take them in. */
export type ScanOutcome = { kind: 'taken' | 'kept' | 'walk-in' } | { kind: 'refused'; sentence: string }

const offlineDigits = '没有网络时数字查不到人，请直接扫他的码或纸卡。'
const unknownDigits = '没有对上这 8 位数。请他看着现在的数再报一遍；没有报名的人，要扫他的码。'

function refusedSentence(error: unknown, isTyped: boolean): string {
  if (!(error instanceof Refused)) return wordsForError(error)
  return isTyped && error.code === 'code-expired' ? unknownDigits : scanRefusalWords(error.code)
}

/** Takes one scanned code to the server, or keeps it with the moment it was taken while there is no network. */
export async function takeScan({ shiftId, phase, code, isTyped, isWalkIn }: TakenCode): Promise<ScanOutcome> {
  const seen = { shiftId, scanId: newKey('scan'), phase, scannedAt: new Date().toISOString() }
  const walkIn = isWalkIn ? { isWalkIn } : {}
  try {
    const { maskedName, state } = await call.volunteering.scanVolunteer({ shiftId, phase, code, ...walkIn })
    // An answer without a name is a number that belongs to nobody here.
    if (maskedName === '') return { kind: 'refused', sentence: unknownDigits }
    deskScans.put({ ...seen, state: 'done', maskedName, attendance: state })
    return { kind: 'taken' }
  } catch (error) {
    if (error instanceof Refused && error.code === 'not-joined' && !isWalkIn && phase === 'in') return { kind: 'walk-in' }
    if (!(error instanceof Offline)) return { kind: 'refused', sentence: refusedSentence(error, isTyped) }
    if (isTyped) return { kind: 'refused', sentence: offlineDigits }
    deskScans.put({ ...seen, state: 'waiting' })
    await outbox.enqueue({ kind: DESK_SCAN, payload: { ...seen, code, ...walkIn }, photoPaths: [] })
    return { kind: 'kept' }
  }
}
