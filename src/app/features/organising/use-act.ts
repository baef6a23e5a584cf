import { useState } from 'react'
import { Refused } from '#app/platform/refused'
import { toast } from '#app/platform/toast'
import { wordsForError } from '#app/words/refusals'

/** Does one thing at a time; says in words what was refused, and hands the refusal on for what its data say. */
export function useAct() {
  const [isActing, setIsActing] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [refused, setRefused] = useState<Refused | undefined>(undefined)
  const act = async (what: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setIsActing(true)
    setFault(undefined)
    setRefused(undefined)
    try {
      await what()
      if (done) toast(done)
      return true
    } catch (error) {
      setFault(wordsForError(error))
      if (error instanceof Refused) setRefused(error)
      return false
    } finally {
      setIsActing(false)
    }
  }
  const say = (sentence: string) => {
    setRefused(undefined)
    setFault(sentence)
  }
  return { isActing, fault, refused, say, act }
}
