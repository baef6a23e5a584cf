import { dateOf, daysLater } from '#app/features/organising/city-time-rules'
import { newForm, type ContestForm } from '#app/packages/quiz-desk/contest/contest-form-rules'
import { storage } from '#app/platform/storage'

/** What was typed, and of which version; undefined for a new contest. */
export interface KeptContestForm {
  form: ContestForm
  version?: number
}

const keyOf = (contestId: string | undefined) => `contest-form:${contestId ?? 'new'}`

export const emptyForm = () => newForm(daysLater(dateOf(new Date()), 1))

/** Contests being planned on this phone, each until it is saved. */
export const keptContestForms = {
  read(contestId: string | undefined): KeptContestForm | undefined {
    const kept = storage.read<KeptContestForm>(keyOf(contestId))
    return kept && { ...kept, form: { ...emptyForm(), ...kept.form } }
  },
  write: (contestId: string | undefined, kept: KeptContestForm) => storage.write(keyOf(contestId), kept),
  remove: (contestId: string | undefined) => storage.remove(keyOf(contestId))
}
