import { useState } from 'react'
import type { AttendanceState, PresencePhase } from '#contract/volunteering-states'
import { outcomeOf, type ArrivalOutcome } from '#app/features/volunteering/arrival-outcome-rules'
import { call } from '#app/platform/call-operation'
import { deviceId } from '#app/platform/device'
import { touch } from '#app/platform/feedback'
import { getPosition } from '#app/platform/location'
import { canScanOnSite, scanOnSite } from '#app/platform/scan'
import { storage } from '#app/platform/storage'

const KEY = 'arrival-position'

type Evidence = { code: string } | { digits: string }
type Arrival = Parameters<typeof call.volunteering.checkIn>[0]

const senders: Record<PresencePhase, (arrival: Arrival) => Promise<{ state: AttendanceState }>> = {
  in: arrival => call.volunteering.checkIn(arrival),
  midway: arrival => call.volunteering.confirmMidway(arrival),
  out: arrival => call.volunteering.checkOut(arrival)
}

/** Where the phone is, if the person wants to say so and the phone knows. */
async function positionIf(isShared: boolean): Promise<Pick<Arrival, 'position'>> {
  if (!isShared) return {}
  const position = await getPosition()
  return position.kind === 'found' ? { position: { ...position.point, accuracyMetres: position.accuracyMetres } } : {}
}

/** Whether the position goes along: undefined until the person was asked. It costs nothing but a grade to say no. */
function usePositionChoice() {
  const [isShared, setIsShared] = useState(() => storage.read<boolean>(KEY))
  const choose = (next: boolean) => {
    storage.write(KEY, next)
    setIsShared(next)
  }
  return { isShared, choose }
}

/** Proving to be there: the scanner or eight digits, with or without a position. */
export function useProof(shiftId: string, onProved: () => Promise<unknown>) {
  const position = usePositionChoice()
  const [outcome, setOutcome] = useState<ArrivalOutcome | undefined>(undefined)
  const [isSending, setIsSending] = useState(false)

  const prove = async (phase: PresencePhase, evidence: Evidence, isShared: boolean) => {
    setIsSending(true)
    setOutcome(undefined)
    try {
      const where = await positionIf(isShared)
      const { state } = await senders[phase]({ shiftId, ...evidence, ...where, deviceId: deviceId() })
      touch()
      setOutcome({ kind: 'done', phase, state, at: new Date() })
    } catch (error) {
      setOutcome(outcomeOf({ phase, isTyped: 'digits' in evidence }, error, new Date()))
    } finally {
      setIsSending(false)
      await onProved()
    }
  }

  const scan = async (phase: PresencePhase, isShared: boolean) => {
    const code = await scanOnSite()
    if (code) await prove(phase, { code }, isShared)
  }

  return { position, outcome, isSending, prove, scan, canScan: canScanOnSite(), forget: () => setOutcome(undefined) }
}

export type Proof = ReturnType<typeof useProof>
