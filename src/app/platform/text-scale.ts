import Taro from '@tarojs/taro'
import { observed, useObserved } from '#app/platform/observed'
import { storage } from '#app/platform/storage'
import { stepShown, type TextChoice } from '#app/platform/text-scale-rules'

const KEY = 'text'
const BROWSER_FONT_PIXELS = 16

const choice = observed<TextChoice>({ isElder: false })
let isRead = false

function readChoice() {
  if (isRead) return
  isRead = true
  const kept = storage.read<TextChoice>(KEY)
  if (kept) choice.set(kept)
}

/** How much larger than usual the phone or browser is set to show text. */
function phoneFactor(): number {
  if (process.env.TARO_ENV === 'h5') return parseFloat(getComputedStyle(document.documentElement).fontSize) / BROWSER_FONT_PIXELS || 1
  const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }
  return info.fontSizeScaleFactor ?? 1
}

export function chooseText(next: TextChoice) {
  storage.write(KEY, next)
  choice.set(next)
}

function shownFor(chosen: TextChoice) {
  const step = stepShown(chosen, phoneFactor())
  return { choice: chosen, step, className: `scale-${step}${chosen.isElder ? ' is-elder' : ''}` }
}

/** The person's choice, and the class names the root of a screen carries for it. */
export function useTextScale() {
  readChoice()
  return shownFor(useObserved(choice))
}

/** The same, once, for what is drawn outside any screen. */
export function textScaleNow() {
  readChoice()
  return shownFor(choice.get())
}
