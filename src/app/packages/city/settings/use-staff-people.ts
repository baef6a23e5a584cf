import { useEffect, useState } from 'react'
import type { Grant } from '#contract/people'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

export interface StaffPerson {
  personId: string
  displayName: string
  grants: Grant[]
}

/** Long enough that a name typed in one go is asked for once. */
const PAUSE_MILLISECONDS = 300

/** Everybody with a role, or whoever's name begins as typed. */
export function useStaffPeople(typed: string) {
  const [name, setName] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setName(typed.trim()), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed])
  return useAsked(async (): Promise<{ name: string; people: StaffPerson[]; isMore: boolean }> => {
    if (name === '') return { name, people: (await call.people.listStaff({})).staff, isMore: false }
    return { name, ...(await call.people.findPeople({ name })) }
  }, [name])
}
