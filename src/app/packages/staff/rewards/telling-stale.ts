import { Refused } from '#app/platform/refused'

/** Does what was asked; where it was about a version that is no longer the newest, the newest is asked for before that is said. */
export async function tellingStale<T>(ask: () => Promise<T>, onStale: () => void): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Refused && error.code === 'stale-version') onStale()
    throw error
  }
}
