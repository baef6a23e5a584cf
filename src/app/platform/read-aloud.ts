import { observed, useObserved } from '#app/platform/observed'

const LANGUAGE = 'zh-CN'
const PACE = 0.9

const reading = observed(false)

const voice = () => (process.env.TARO_ENV === 'h5' ? (window.speechSynthesis as SpeechSynthesis | undefined) : undefined)

/** Browsers speak; the mini-program has no voice of its own. */
export const canReadAloud = () => voice() !== undefined

export function stopReading() {
  voice()?.cancel()
  reading.set(false)
}

/** Reads this, in place of what was being read. */
export function readAloud(words: string) {
  const speaker = voice()
  if (!speaker) return
  speaker.cancel()
  const said = Object.assign(new SpeechSynthesisUtterance(words), { lang: LANGUAGE, rate: PACE })
  said.onend = said.onerror = () => reading.set(false)
  reading.set(true)
  speaker.speak(said)
}

export const useIsReading = () => useObserved(reading)
