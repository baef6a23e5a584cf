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
