import { back } from '#app/platform/navigation'
import { Refused } from '#app/platform/refused'
import { goSignIn } from '#app/platform/session'

interface WayOn {
  word: string
  icon?: 'back' | 'refresh' | 'me'
  onPress: () => void
}

/** The one way on after a fault: to signing in where nobody is, back from what is not there, else the same again. */
export function wayOn(error: unknown, again: () => unknown): WayOn {
  const code = error instanceof Refused ? error.code : undefined
  if (code === 'not-signed-in') return { word: '去登录', icon: 'me', onPress: goSignIn }
  if (code === 'not-found') return { word: '返回', icon: 'back', onPress: back }
  return { word: '再试一次', icon: 'refresh', onPress: () => void again() }
}
