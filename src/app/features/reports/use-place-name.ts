import { useEffect, useState } from 'react'
import type { Place } from '#contract/places'
import type { Point } from '#contract/shapes'
import { call } from '#app/platform/call-operation'
import { Refused } from '#app/platform/refused'

/** `unknown`: the point is kept, its name comes when the network does. */
export type PlaceName = { kind: 'none' | 'asking' | 'outside' | 'unknown' } | { kind: 'named'; place: Place }

const SETTLE_MILLISECONDS = 250

async function nameOf(point: Point): Promise<PlaceName> {
  try {
    return { kind: 'named', place: await call.places.locatePoint({ point }) }
  } catch (error) {
    return { kind: error instanceof Refused && error.code === 'outside-area' ? 'outside' : 'unknown' }
  }
}

/** The grid a point lies in, asked once the point has come to rest. A late answer to an older point is dropped. */
export function usePlaceName(point: Point | undefined): PlaceName {
  const [name, setName] = useState<PlaceName>({ kind: 'none' })
  const { longitude, latitude } = point ?? {}
  useEffect(() => {
    if (longitude === undefined || latitude === undefined) {
      setName({ kind: 'none' })
      return
    }
    let isLate = false
    setName({ kind: 'asking' })
    const timer = setTimeout(() => {
      void nameOf({ longitude, latitude }).then(answer => !isLate && setName(answer))
    }, SETTLE_MILLISECONDS)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [longitude, latitude])
  return name
}
