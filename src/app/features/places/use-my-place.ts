import { useEffect, useState } from 'react'
import type { Place } from '#contract/places'
import { call } from '#app/platform/call-operation'
import { getPosition, isPositionAllowed } from '#app/platform/location'
import { Refused } from '#app/platform/refused'
import { storage } from '#app/platform/storage'

const KEY = 'my-place'

/** The neighbourhood a person looks at: found by position, or chosen from the list. */
export interface MyPlace {
  communityId: string
  communityName: string
  gridName?: string
}

export type Locating = 'found' | 'refused' | 'unavailable' | 'outside' | 'failed'

const fromPlace = (place: Place): MyPlace => ({
  communityId: place.community.areaId,
  communityName: place.community.name,
  gridName: place.grid.name
})

export function useMyPlace() {
  const [place, setPlace] = useState(() => storage.read<MyPlace>(KEY))
  const [isLocating, setIsLocating] = useState(false)

  const choose = (next: MyPlace) => {
    storage.write(KEY, next)
    setPlace(next)
  }

  const locate = async (): Promise<Locating> => {
    setIsLocating(true)
    try {
      const position = await getPosition()
      if (position.kind !== 'found') return position.kind
      choose(fromPlace(await call.places.locatePoint({ point: position.point })))
      return 'found'
    } catch (error) {
      return error instanceof Refused && error.code === 'outside-area' ? 'outside' : 'failed'
    } finally {
      setIsLocating(false)
    }
  }

  useEffect(() => {
    // Nobody is asked for a position on the first screen; one allowed before is used.
    void isPositionAllowed().then(isAllowed => {
      if (isAllowed) void locate()
    })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page opens
  }, [])

  return { place, isLocating, choose, locate }
}
