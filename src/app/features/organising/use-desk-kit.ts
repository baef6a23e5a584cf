import { useEffect, useState } from 'react'
import { clockOffsetOf, kitsWith, type DeskKit } from '#app/features/organising/desk-kit-rules'
import { call } from '#app/platform/call-operation'
import { usePerson } from '#app/platform/session'
import { storage } from '#app/platform/storage'
import { useAsked } from '#app/platform/use-asked'

const KEY = 'desk-kits'

const readKits = () => storage.read<DeskKit[]>(KEY) ?? []

async function fetchKit(shiftId: string, personId: string): Promise<DeskKit> {
  const askedAt = Date.now()
  const { secret, startsAt, endsAt, serverTime } = await call.volunteering.getDeskKit({ shiftId })
  const kit = { shiftId, secret, startsAt, endsAt, personId, clockOffsetMilliseconds: clockOffsetOf(serverTime, askedAt, Date.now()) }
  storage.write(KEY, kitsWith(readKits(), kit, new Date()))
  return kit
}

/** What the desk needs: kept from last time at once, and anew from the server as soon as it answers. */
export function useDeskKit(shiftId: string) {
  const personId = usePerson()?.personId ?? ''
  const asked = useAsked(() => fetchKit(shiftId, personId), [shiftId, personId])
  const [kept, setKept] = useState<DeskKit | undefined>(undefined)
  useEffect(() => setKept(readKits().find(kit => kit.shiftId === shiftId && kit.personId === personId)), [shiftId, personId])
  return { ...asked, kit: asked.value ?? kept }
}
