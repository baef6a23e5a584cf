import { useState } from 'react'
import { toast } from '#app/platform/toast'
import { wordsForError } from '#app/words/refusals'

/** Sends once at a time, says in words what was refused, and tells when it is done. */
export function useSaving(onDone: () => void) {
  const [isSaving, setIsSaving] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const send = async (act: () => Promise<unknown>, done: string) => {
    setIsSaving(true)
    setFault(undefined)
    try {
      await act()
      toast(done)
      onDone()
    } catch (error) {
      setFault(wordsForError(error))
    } finally {
      setIsSaving(false)
    }
  }
  return { isSaving, fault, say: setFault, run: (act: () => Promise<unknown>, done: string) => void send(act, done) }
}
