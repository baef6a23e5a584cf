import type { FileVariant } from '#contract/files'
import { signAddress } from '#server/files/signed-address'
import type { Sessions } from '#server/people/sessions'

export const FILE_KEYS = 'file-address'

export interface FileAddresses {
  /** A signed address of one picture; `viewerId` is named in it where every look has to be accounted for. */
  addressOf(fileId: string, variant: FileVariant, seen: { now: Date; viewerId?: string }): string
}

/** Addresses begin with the deployment's public address where it has one, for phones; else with `/`, for browsers on the same origin. */
export function signAddresses(sessions: Sessions, publicUrl = ''): FileAddresses {
  const isPersonal = (variant: FileVariant) => variant === 'photo' || variant === 'thumbnail'
  return {
    addressOf(fileId, variant, { now, viewerId }) {
      const [key = ''] = sessions.keysFor(FILE_KEYS)
      const viewer = isPersonal(variant) && viewerId ? { viewer: viewerId } : {}
      return publicUrl.replace(/\/$/, '') + signAddress({ fileId, variant, ...viewer }, key, now)
    }
  }
}
