import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A desktop waits three minutes for the phone's yes. */
export const DESKTOP_SIGN_IN_MINUTES = 3

/** The secret stays in the desktop's tab; the short code is what the phone scans or types. */
export const newDesktopSecrets = () => ({
  secret: randomBytes(24).toString('base64url'),
  shortCode: Array.from(randomBytes(10), byte => '23456789ABCDEFGHJKMNPQRSTUVWXYZ'[byte % 31]).join('')
})

export const digestOfSecret = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Whether the caller is the desktop that asked. Compared in constant time. */
export function isSecretOf(secret: string, digest: string): boolean {
  const [given, kept] = [Buffer.from(digestOfSecret(secret)), Buffer.from(digest)]
  return given.length === kept.length && timingSafeEqual(given, kept)
}
