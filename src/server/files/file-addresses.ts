import { LRUCache } from 'lru-cache'
import type { FileVariant } from '#contract/files'
import { addressUntil, signAddress } from '#server/files/signed-address'
import type { Sessions } from '#server/people/sessions'

export const FILE_KEYS = 'file-address'

export interface FileAddresses {
  /** A signed address of one picture; `viewerId` is named in it where every look has to be accounted for. */
  addressOf(fileId: string, variant: FileVariant, seen: { now: Date; viewerId?: string }): string
}

/** Lists show the same pictures to the same people again and again; an address stays the same for half an hour. */
const ADDRESSES_REMEMBERED = 20_000

/** Addresses begin with the deployment's public address where it has one, for phones; else with `/`, for browsers on the same origin. */
export function signAddresses(sessions: Sessions, publicUrl = ''): FileAddresses {
  const isPersonal = (variant: FileVariant) => variant === 'photo' || variant === 'thumbnail'
  const base = publicUrl.replace(/\/$/, '')
  const signed = new LRUCache<string, { address: string; key: string; until: number }>({ max: ADDRESSES_REMEMBERED })
  return {
    addressOf(fileId, variant, { now, viewerId }) {
      const [key = ''] = sessions.keysFor(FILE_KEYS)
      const viewer = isPersonal(variant) ? viewerId : undefined
      const until = addressUntil(now)
      const name = `${fileId} ${variant} ${viewer ?? ''}`
      const known = signed.get(name)
      if (known?.until === until && known.key === key) return known.address
      const address = base + signAddress({ fileId, variant, ...(viewer && { viewer }) }, key, now)
      signed.set(name, { address, key, until })
      return address
    }
  }
}
