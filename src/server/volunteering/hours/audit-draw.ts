import { createHash } from 'node:crypto'

/** One typed-in entry in ten. */
const DRAWN_OF_256 = 26

/**
 * Whether an entry is in the audit's sample: the first byte of the SHA-256 of its id is below 26 (10.2 %). The rule is public and needs
 * no secret: the id is made by the server when the hours are typed in, so nobody chooses one that is not drawn, and anybody can check
 * afterwards that exactly these were.
 */
export const isDrawnForAudit = (entryId: string) => (createHash('sha256').update(entryId).digest()[0] ?? 0) < DRAWN_OF_256
