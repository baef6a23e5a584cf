import { useRef, useState } from 'react'
import type { Shift } from '#contract/volunteering-shapes'
import { joinedSentence } from '#app/features/volunteering/join-refusal-words'
import { PROFILE_PATH } from '#app/features/volunteering/paths'
import { call } from '#app/platform/call-operation'
import { touch } from '#app/platform/feedback'
import { go, useShow } from '#app/platform/navigation'
import { newKey } from '#app/platform/outbox'
import { Refused } from '#app/platform/refused'
import { requireSignIn } from '#app/platform/session'

type Sheet = 'join' | 'refused' | 'consent'

/** Two taps from a shift to a seat, and every way a no can go on from there. */
export function useJoining(onChange: () => Promise<unknown>, onJoined: () => void) {
  const [sheet, setSheet] = useState<Sheet | undefined>(undefined)
  const [shift, setShift] = useState<Shift | undefined>(undefined)
  const [error, setError] = useState<unknown>(undefined)
  const [isSending, setIsSending] = useState(false)
  const [result, setResult] = useState<{ shiftId: string; sentence: string } | undefined>(undefined)
  const key = useRef<{ shiftId: string; value: string } | undefined>(undefined)
  const isAwayForProfile = useRef(false)

  // Back from the profile, the sign-up goes on where it stopped.
  useShow(() => {
    if (!isAwayForProfile.current) return
    isAwayForProfile.current = false
    setSheet('join')
  })

  const ask = async (wanted: Shift) => {
    if (!(await requireSignIn())) return
    setShift(wanted)
    setResult(undefined)
    setSheet('join')
  }

  const confirm = async () => {
    if (!shift) return
    if (key.current?.shiftId !== shift.shiftId) key.current = { shiftId: shift.shiftId, value: newKey('join') }
    setIsSending(true)
    let hasJoined = false
    try {
      const reply = await call.volunteering.joinShift({ shiftId: shift.shiftId, idempotencyKey: key.current.value })
      touch()
      hasJoined = true
      setResult({ shiftId: shift.shiftId, sentence: joinedSentence(reply, shift.startsAt, new Date()) })
      setSheet(undefined)
      key.current = undefined
    } catch (fault) {
      // A no decided nothing, so the next try is a new one; only a line that went dead asks the same again.
      if (fault instanceof Refused) key.current = undefined
      setError(fault)
      setSheet(fault instanceof Refused && fault.code === 'consent-needed' ? 'consent' : 'refused')
    } finally {
      setIsSending(false)
      await onChange()
    }
    if (hasJoined) onJoined()
  }

  const goProfile = () => {
    isAwayForProfile.current = true
    setSheet(undefined)
    go(PROFILE_PATH, { reason: 'join' })
  }

  return {
    sheet,
    shift,
    error,
    isSending,
    result,
    ask,
    confirm,
    goProfile,
    close: () => setSheet(undefined),
    reopen: () => setSheet('join')
  }
}

export type Joining = ReturnType<typeof useJoining>
