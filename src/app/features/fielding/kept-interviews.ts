import type { Interview, InterviewWave } from '#contract/quizzes-fielding'
import type { InterviewDraft } from '#app/features/fielding/interview-rules'
import { observed, useObserved } from '#app/platform/observed'
import { storage, type KeyValueStore } from '#app/platform/storage'

const KEY = 'interviews'
const DONE_KEPT_MAX = 200

export interface KeptInterviews {
  personId: string
  waves: readonly InterviewWave[]
  drafts: Readonly<Record<string, InterviewDraft>>
  /** Units whose interview arrived, so that a list that was asked for before does not bring them back. */
  doneIds: readonly string[]
}

const nothing: KeptInterviews = { personId: '', waves: [], drafts: {}, doneIds: [] }

const unitsChanged = (waves: readonly InterviewWave[], act: (units: Interview[]) => Interview[]) =>
  waves.map(wave => ({ ...wave, units: act(wave.units) }))

/** What an interviewer carries from door to door; it needs no network. Another person on this phone finds nothing of it. */
export function makeKeptInterviews(store: KeyValueStore) {
  const kept = observed<KeptInterviews>(store.read<KeptInterviews>(KEY) ?? nothing)
  const save = (next: KeptInterviews) => {
    kept.set(next)
    try {
      store.write(KEY, next)
    } catch {
      // A full phone keeps nothing; what is on the screen can still be sent.
    }
  }
  const of = (personId: string) => (kept.get().personId === personId ? kept.get() : { ...nothing, personId })
  const dropped = (sampleIds: readonly string[], known: KeptInterviews): KeptInterviews => ({
    ...known,
    waves: unitsChanged(known.waves, units => units.filter(unit => !sampleIds.includes(unit.sampleId))),
    drafts: Object.fromEntries(Object.entries(known.drafts).filter(([sampleId]) => !sampleIds.includes(sampleId)))
  })
  return {
    kept,
    of,
    /** What the server says is in this person's hands. */
    keep(personId: string, waves: readonly InterviewWave[]) {
      const known = of(personId)
      save({ ...known, waves: unitsChanged(waves, units => units.filter(unit => !known.doneIds.includes(unit.sampleId))) })
    },
    /** Units just taken, before the list is asked for again. */
    add(personId: string, waveId: string, taken: readonly Interview[]) {
      const known = of(personId)
      const ids = taken.map(unit => unit.sampleId)
      const waves = known.waves.map(wave =>
        wave.waveId === waveId ? { ...wave, units: [...wave.units.filter(unit => !ids.includes(unit.sampleId)), ...taken] } : wave
      )
      save({ ...known, waves })
    },
    draft(personId: string, sampleId: string, draft: InterviewDraft | undefined) {
      const known = of(personId)
      const { [sampleId]: _, ...others } = known.drafts
      save({ ...known, drafts: draft ? { ...others, [sampleId]: draft } : others })
    },
    /** Out of hand: given back, or somebody else's by now. */
    drop: (personId: string, sampleIds: readonly string[]) => save(dropped(sampleIds, of(personId))),
    recorded(personId: string, waveId: string, sampleId: string) {
      const next = dropped([sampleId], of(personId))
      const waves = next.waves.map(wave => (wave.waveId === waveId ? { ...wave, doneCount: wave.doneCount + 1 } : wave))
      save({ ...next, waves, doneIds: [sampleId, ...next.doneIds].slice(0, DONE_KEPT_MAX) })
    },
    attempted(personId: string, sampleId: string, attempts: Interview['attempts']) {
      const known = of(personId)
      save({
        ...known,
        waves: unitsChanged(known.waves, units => units.map(one => (one.sampleId === sampleId ? { ...one, attempts } : one)))
      })
    }
  }
}

export const keptInterviews = makeKeptInterviews(storage)

export function useKeptInterviews(personId: string): KeptInterviews {
  const kept = useObserved(keptInterviews.kept)
  return kept.personId === personId ? kept : nothing
}
