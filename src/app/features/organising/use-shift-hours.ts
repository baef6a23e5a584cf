import { useState } from 'react'
import type { RosterLine } from '#contract/volunteering-shapes'
import { inDeskOrder, isClean, isUndecided, numbersOf } from '#app/features/organising/roster-rules'
import { useRoster } from '#app/features/organising/use-roster'
import { call } from '#app/platform/call-operation'
import { useNow } from '#app/platform/use-now'
import { wordsForError } from '#app/words/refusals'

export type HoursTab = 'undecided' | 'all'

/** The people of a shift after it: who waits for a decision, who is chosen, and confirming all that need no second look. */
export function useShiftHours(shiftId: string) {
  const roster = useRoster(shiftId, false)
  const now = useNow()
  const [tab, setTab] = useState<HoursTab | undefined>(undefined)
  const [openId, setOpenId] = useState<string | undefined>(undefined)
  const [progress, setProgress] = useState<{ done: number; count: number } | undefined>(undefined)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const isOver = roster.value !== undefined && Date.parse(roster.value.shift.endsAt) <= now.getTime()
  const people = inDeskOrder(roster.value?.people ?? [])
  const undecided = people.filter(line => isUndecided(line, isOver))
  const clean = people.filter(isClean)
  const shownTab = tab ?? (undecided.length > 0 ? 'undecided' : 'all')

  const confirmOne = ({ personId }: RosterLine) => call.volunteering.verifyAttendance({ shiftId, personId, decision: 'approve' })
  /** One after another, so that a refusal of one does not hide what became of the others. */
  const confirmAll = async () => {
    const faults: string[] = []
    setFault(undefined)
    for (const [place, line] of clean.entries()) {
      setProgress({ done: place, count: clean.length })
      await confirmOne(line).catch((error: unknown) => faults.push(`${line.maskedName}：${wordsForError(error)}`))
    }
    setProgress(undefined)
    if (faults.length > 0) setFault(faults.join(' '))
    await roster.again()
  }
  return {
    roster,
    isOver,
    tab: shownTab,
    setTab,
    people: shownTab === 'undecided' ? undecided : people,
    numbers: numbersOf(roster.value?.people ?? []),
    undecidedCount: undecided.length,
    proposedCount: people.filter(({ entryState }) => entryState === 'proposed').length,
    clean,
    openId,
    open: setOpenId,
    line: people.find(({ personId }) => personId === openId),
    /** After one is decided the next of the list opens. */
    goOn: (personId: string) => {
      const place = undecided.findIndex(line => line.personId === personId)
      setOpenId((undecided[place + 1] ?? undecided[place - 1])?.personId ?? personId)
      void roster.again()
    },
    confirmAll,
    progress,
    fault
  }
}

export type ShiftHours = ReturnType<typeof useShiftHours>
