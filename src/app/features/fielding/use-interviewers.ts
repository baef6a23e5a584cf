import { useEffect, useState } from 'react'
import type { Interviewers } from '#contract/quizzes-fielding'
import { call } from '#app/platform/call-operation'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'

/** Who asks for a wave, with naming and taking off. */
export function useInterviewers(waveId: string) {
  const asked = useAsked(() => call.quizzes.listInterviewers({ waveId }), [waveId])
  const [set, setSet] = useState<Interviewers | undefined>(undefined)
  const [isSaving, setIsSaving] = useState(false)
  useEffect(() => setSet(undefined), [asked.value])
  const value = set ?? asked.value
  const named = (value?.interviewers ?? []).filter(one => one.isNamed).map(one => one.personId)
  const save = async (personIds: string[], done: string) => {
    setIsSaving(true)
    try {
      setSet(await call.quizzes.setInterviewers({ waveId, personIds }))
      toast(done)
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsSaving(false)
    }
  }
  return {
    ...{ asked, value, named, isSaving },
    add: (personId: string) => save([...named, personId], '已列为访问员'),
    remove: (personId: string) =>
      save(
        named.filter(one => one !== personId),
        '已移出'
      )
  }
}

/** Long enough that a name typed in one go is asked for once. */
const PAUSE_MILLISECONDS = 300

/** People whose name begins as typed. */
export function useInterviewerSearch(typed: string) {
  const [name, setName] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setName(typed.trim()), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed])
  return useAsked(
    async () => ({ name, ...(name === '' ? { people: [], isMore: false } : await call.quizzes.findInterviewers({ name })) }),
    [name]
  )
}
