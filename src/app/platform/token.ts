import { storage } from '#app/platform/storage'

const KEY = 'token'
let token: string | undefined
let isRead = false

export function readToken() {
  if (!isRead) {
    token = storage.read<string>(KEY)
    isRead = true
  }
  return token
}

export function writeToken(next: string | undefined) {
  token = next
  isRead = true
  if (next) storage.write(KEY, next)
  else storage.remove(KEY)
}

let whenRefused: (() => void) | undefined

/** What happens when the server no longer knows a token that was sent; the session signs out. */
export const onTokenRefused = (act: () => void) => {
  whenRefused = act
}

/** Of a token replaced meanwhile nothing follows. */
export function tokenWasRefused(sent: string | undefined) {
  if (sent !== undefined && sent === readToken()) whenRefused?.()
}
