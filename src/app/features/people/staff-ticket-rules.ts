/** `2:05` until a ticket ends; absent once it has. */
export function timeLeftWords(expiresAt: string, now: Date): string | undefined {
  const seconds = Math.ceil((new Date(expiresAt).getTime() - now.getTime()) / 1000)
  if (seconds <= 0) return undefined
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
