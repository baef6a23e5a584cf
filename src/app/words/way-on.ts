import { switchTab } from '#app/platform/navigation'
import { Refused } from '#app/platform/refused'

interface WayOn {
  word: string
  icon?: 'refresh' | 'me'
  onPress: () => void
}

/** The one way on after a fault: to 我的 where nobody is signed in, else the same again. */
export const wayOn = (error: unknown, again: () => unknown): WayOn =>
  error instanceof Refused && error.code === 'not-signed-in'
    ? { word: '去登录', icon: 'me', onPress: () => switchTab('/pages/me/index') }
    : { word: '再试一次', icon: 'refresh', onPress: () => void again() }
