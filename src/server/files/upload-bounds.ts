import type { Reading } from '#server/database/database'
import { countFiles } from '#server/files/file-store'
import { refuse } from '#server/refusal'

/** Bodies wait in memory until a picture is made of them; one of 40 megapixels needs 250 MB for that. */
export const UPLOADS = {
  /** On their way at once: of one person, and of everybody in this process. */
  ...{ atOnceMax: 3, atOnceOfAllMax: 12 },
  /** Sent up and used nowhere yet. */
  unattachedMax: 40,
  /** In 24 hours: of a resident, and of staff, who photograph what they handled. */
  ...{ aDayMax: 200, aDayOfStaffMax: 2_000 }
} as const

const DAY_MILLISECONDS = 86_400_000

/** Counts what is on its way. `enter` refuses with `too-many` before a byte of the body is read; it returns what says it is over. */
export function countUploads(): { enter: (personId: string) => () => void } {
  const underWay = new Map<string, number>()
  let all = 0
  return {
    enter(personId) {
      const own = underWay.get(personId) ?? 0
      if (own >= UPLOADS.atOnceMax || all >= UPLOADS.atOnceOfAllMax) refuse('too-many')
      underWay.set(personId, own + 1)
      all += 1
      return () => {
        all -= 1
        const left = (underWay.get(personId) ?? 1) - 1
        if (left > 0) underWay.set(personId, left)
        else underWay.delete(personId)
      }
    }
  }
}

/** @throws Refusal `too-many` where one person keeps sending what nobody uses. */
export async function refuseTooManyFiles(
  reading: Reading,
  { personId, isStaff, now }: { personId: string; isStaff: boolean; now: Date }
): Promise<void> {
  const sent = await countFiles(reading, personId, new Date(now.getTime() - DAY_MILLISECONDS))
  if (sent.unattached >= UPLOADS.unattachedMax) refuse('too-many')
  if (sent.all >= (isStaff ? UPLOADS.aDayOfStaffMax : UPLOADS.aDayMax)) refuse('too-many')
}
