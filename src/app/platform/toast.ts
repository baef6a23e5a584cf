import Taro from '@tarojs/taro'
import { politeWords } from '#app/platform/polite-rules'
import { textScaleNow } from '#app/platform/text-scale'

const SHOWN_MILLISECONDS = 2600

let shown: HTMLElement | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** The browser's own: Taro's is not announced to screen readers and knows neither dark mode nor large text. */
function toastInBrowser(sentence: string) {
  shown ??= document.body.appendChild(Object.assign(document.createElement('div'), { className: 'toast' }))
  shown.className = `toast ${textScaleNow().className}`
  shown.setAttribute('role', 'status')
  shown.textContent = sentence
  shown.classList.add('toast--shown')
  clearTimeout(timer)
  timer = setTimeout(() => shown?.classList.remove('toast--shown'), SHOWN_MILLISECONDS)
}

/** One short sentence that goes by itself. Never the only place where something important is said. */
export function toast(sentence: string) {
  const said = politeWords(sentence, textScaleNow().choice.isElder)
  if (process.env.TARO_ENV === 'h5') toastInBrowser(said)
  else void Taro.showToast({ title: said, icon: 'none', duration: SHOWN_MILLISECONDS })
}
