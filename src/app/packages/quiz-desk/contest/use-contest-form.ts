import { useEffect, useState } from 'react'
import type { PlannedContest } from '#contract/quizzes-contests'
import { useAct } from '#app/features/organising/use-act'
import {
  faultsOf,
  formFrom,
  planOf,
  serverFaults,
  type ContestForm,
  type FormFault
} from '#app/packages/quiz-desk/contest/contest-form-rules'
import { emptyForm, keptContestForms } from '#app/packages/quiz-desk/contest/kept-contest-forms'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import { serverNow } from '#app/platform/server-clock'

const now = () => new Date(serverNow())

/** What is typed of a contest: kept on the phone at every change until it is saved, on top of the version it began from. */
export function useContestForm(saved: PlannedContest | undefined) {
  const contestId = saved?.contest.contestId
  const [kept] = useState(() => keptContestForms.read(contestId))
  const [form, setForm] = useState<ContestForm>(() => kept?.form ?? (saved ? formFrom(saved.plan) : emptyForm()))
  const [version, setVersion] = useState(kept ? kept.version : saved?.version)
  // Faults are shown once one has tried to save: nobody likes to be scolded by an empty form.
  const [isTold, setIsTold] = useState(false)
  const [toldByServer, setToldByServer] = useState<readonly FormFault[]>([])
  const saving = useAct()
  const { refused } = saving
  useEffect(() => setToldByServer(refused?.code === 'contest-faults' ? serverFaults(refused.data) : []), [refused])
  const change = (more: Partial<ContestForm>) => {
    const next = { ...form, ...more }
    setForm(next)
    setToldByServer([])
    keptContestForms.write(contestId, { form: next, version })
  }
  const save = async (): Promise<PlannedContest | undefined> => {
    setIsTold(true)
    const plan = planOf(form, now())
    if (!plan) return undefined
    let planned: PlannedContest | undefined
    await saving.act(async () => {
      planned = await sendOnce('contest', { ...(contestId && { contestId, version }), plan }, keyed => call.quizzes.saveContest(keyed))
      keptContestForms.remove(contestId)
    }, '存好了，等另一位编辑发布')
    return planned
  }
  const startOver = (from: PlannedContest | undefined) => {
    keptContestForms.remove(contestId)
    setForm(from ? formFrom(from.plan) : emptyForm())
    setVersion(from?.version)
    setIsTold(false)
    setToldByServer([])
  }
  const goOnFrom = (newest: number) => {
    setVersion(newest)
    keptContestForms.write(contestId, { form, version: newest })
  }
  const isAtPlace = refused?.code === 'contest-faults' || refused?.code === 'stale-version'
  return {
    ...{ form, change, save, startOver, goOnFrom },
    faults: [...(isTold ? faultsOf(form, now()) : []), ...toldByServer],
    isKept: kept !== undefined,
    isStale: refused?.code === 'stale-version' || (saved !== undefined && version !== saved.version),
    isSaving: saving.isActing,
    // Faults stand at their places, and a newer version has a notice of its own.
    fault: isAtPlace ? undefined : saving.fault
  }
}
