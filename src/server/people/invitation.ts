import { createHash, randomInt } from 'node:crypto'
import type { Writing } from '#server/database/database'
import { addInvitation } from '#server/people/invitation-store'

/** Long enough for whoever runs the server to reach whoever runs the city. */
export const INVITATION_DAYS = 7

const DAY_MILLISECONDS = 86_400_000
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const GROUPS = 4
const GROUP_LENGTH = 4

/** As it is typed: capitals or not, with or without the hyphens. */
export const digestOfInvitation = (code: string) =>
  createHash('sha256')
    .update(
      code
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '')
    )
    .digest('base64url')

/**
 * Makes a code that gives whoever redeems it first the role of admin of the city.
 * @returns the code: `7K3Q-9FXM-…`, 79 bits drawn at random; it is kept nowhere.
 */
export async function inviteAdmin(writing: Writing, areaId: string, now: Date): Promise<string> {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const code = Array.from({ length: GROUPS }, group).join('-')
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MILLISECONDS)
  await addInvitation(writing, { codeDigest: digestOfInvitation(code), role: 'admin', areaId, createdAt: now, expiresAt })
  return code
}
