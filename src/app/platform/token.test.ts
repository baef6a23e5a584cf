const kept = new Map<string, unknown>()
jest.mock('#app/platform/storage', () => ({
  storage: {
    read: (key: string) => kept.get(key),
    write: (key: string, value: unknown) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key)
  }
}))

import { onTokenRefused, readToken, tokenWasRefused, writeToken } from '#app/platform/token'

test('a token the server no longer knows signs out', () => {
  const signOut = jest.fn()
  onTokenRefused(signOut)
  writeToken('old')
  tokenWasRefused('old')
  expect(signOut).toHaveBeenCalledTimes(1)
})

test('a late refusal of a token replaced meanwhile changes nothing, nor does one without a token', () => {
  const signOut = jest.fn()
  onTokenRefused(signOut)
  writeToken('new')
  tokenWasRefused('old')
  tokenWasRefused(undefined)
  expect(signOut).not.toHaveBeenCalled()
  expect(readToken()).toBe('new')
})
