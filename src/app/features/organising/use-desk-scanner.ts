import { useRef, useState } from 'react'
import type { PresencePhase } from '#contract/volunteering-states'
import { isRepeat, readScan } from '#app/features/organising/desk-scan-rules'
import { DESK_SCAN, deskScans, type QueuedScan } from '#app/features/organising/desk-scan-store'
import { call } from '#app/platform/call-operation'
import { touch } from '#app/platform/feedback'
import { newKey, outbox } from '#app/platform/outbox'
import { Offline, Refused } from '#app/platform/refused'
import { scanOnSite } from '#app/platform/scan'
import { wordsForError } from '#app/words/refusals'

interface Taken {
  code: string
  isTyped: boolean
}

type Outcome = 'taken' | 'kept' | 'stopped'

const offlineDigits = '没有网络时数字查不到人，请直接扫他的码或纸卡。'

/** Scanning volunteers' own codes at the desk, one after another; without network they are kept and sent later. */
export function useDeskScanner(shiftId: string, phase: PresencePhase, onTaken: () => void) {
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  /** Somebody who did not sign up: whether to take them in is for staff to say. */
  const [walkIn, setWalkIn] = useState<Taken | undefined>(undefined)
  const last = useRef<{ code: string; phase: PresencePhase; at: number } | undefined>(undefined)

  const keep = async (scan: QueuedScan) => {
    deskScans.put({ shiftId, scanId: scan.scanId, phase, scannedAt: scan.scannedAt, state: 'waiting' })
    await outbox.enqueue({ kind: DESK_SCAN, payload: scan, photoPaths: [] })
  }
  const refusedWith = (error: unknown, taken: Taken, isWalkIn: boolean): Outcome => {
    if (error instanceof Refused && error.code === 'not-joined' && !isWalkIn && phase === 'in') setWalkIn(taken)
    else setFault(wordsForError(error))
    return 'stopped'
  }
  const take = async (taken: Taken, isWalkIn = false): Promise<Outcome> => {
    const scan: QueuedScan = {
      shiftId,
      scanId: newKey('scan'),
      phase,
      code: taken.code,
      scannedAt: new Date().toISOString(),
      ...(isWalkIn && { isWalkIn })
    }
    try {
      const { maskedName, state } = await call.volunteering.scanVolunteer({
        shiftId,
        phase,
        code: taken.code,
        ...(isWalkIn && { isWalkIn })
      })
      // An answer without a name is a number that belongs to nobody here.
      if (maskedName === '') return (setFault('没有对上这 8 位数，请他看着现在的数再报一遍。'), 'stopped')
      deskScans.put({ shiftId, scanId: scan.scanId, phase, scannedAt: scan.scannedAt, state: 'done', maskedName, attendance: state })
      return 'taken'
    } catch (error) {
      if (!(error instanceof Offline)) return refusedWith(error, taken, isWalkIn)
      if (taken.isTyped) return (setFault(offlineDigits), 'stopped')
      await keep(scan)
      return 'kept'
    }
  }
  const takeText = async (text: string, isWalkIn = false): Promise<Outcome> => {
    setFault(undefined)
    const read = readScan(text)
    if (read.kind === 'unusable') return (setFault(read.sentence), 'stopped')
    if (!isWalkIn && isRepeat(last.current, read.code, phase, Date.now())) return 'taken'
    setIsBusy(true)
    try {
      const outcome = await take(read, isWalkIn)
      if (outcome === 'stopped') return outcome
      last.current = { code: read.code, phase, at: Date.now() }
      touch()
      onTaken()
      return outcome
    } finally {
      setIsBusy(false)
    }
  }
  /** Opens the camera again after each one, until somebody turns back or a question comes up. */
  const scanOn = async () => {
    for (;;) {
      const text = await scanOnSite()
      if (!text || (await takeText(text)) === 'stopped') return
    }
  }
  const answerWalkIn = async (isWelcome: boolean) => {
    const asked = walkIn
    setWalkIn(undefined)
    if (asked && isWelcome) await takeText(asked.code, true)
  }
  return { isBusy, fault, walkIn, scanOn, takeText, answerWalkIn }
}

export type DeskScanner = ReturnType<typeof useDeskScanner>
