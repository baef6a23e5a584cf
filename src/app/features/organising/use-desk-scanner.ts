import { useRef, useState } from 'react'
import type { PresencePhase } from '#contract/volunteering-states'
import { isRepeat, readScan } from '#app/features/organising/desk-scan-rules'
import { takeScan } from '#app/features/organising/take-scan'
import { touch } from '#app/platform/feedback'
import { scanOnSite } from '#app/platform/scan'

/** Scanning volunteers' own codes at the desk, one after another; without network they are kept and sent later. */
export function useDeskScanner(shiftId: string, phase: PresencePhase, onTaken: () => void) {
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  /** The code of somebody who did not sign up. */
  const [walkIn, setWalkIn] = useState<string | undefined>(undefined)
  const last = useRef<{ code: string; phase: PresencePhase; at: number } | undefined>(undefined)

  /** Answers whether the next one may come. */
  const takeText = async (text: string, isWalkIn = false): Promise<boolean> => {
    setFault(undefined)
    const read = readScan(text)
    if (read.kind === 'unusable') {
      setFault(read.sentence)
      return false
    }
    if (!isWalkIn && isRepeat(last.current, read.code, phase, Date.now())) return true
    setIsBusy(true)
    const outcome = await takeScan({ shiftId, phase, isWalkIn, code: read.code, isTyped: read.isTyped })
    setIsBusy(false)
    if (outcome.kind === 'walk-in') setWalkIn(read.code)
    if (outcome.kind === 'refused') setFault(outcome.sentence)
    if (outcome.kind === 'walk-in' || outcome.kind === 'refused') return false
    last.current = { code: read.code, phase, at: Date.now() }
    touch()
    onTaken()
    return true
  }
  /** Opens the camera again after each one, until somebody turns back or a question comes up. */
  const scanOn = async () => {
    let text = await scanOnSite()
    while (text && (await takeText(text))) text = await scanOnSite()
  }
  const answerWalkIn = async (isWelcome: boolean) => {
    const code = walkIn
    setWalkIn(undefined)
    if (code && isWelcome) await takeText(code, true)
  }
  return { isBusy, fault, walkIn, scanOn, takeText, answerWalkIn }
}

export type DeskScanner = ReturnType<typeof useDeskScanner>
