import Taro from '@tarojs/taro'

const QUICKLY_MILLISECONDS = 150

/** Back to the top of the page; in the browser the focus goes to this element, which is read aloud then. */
export function toTop(elementId: string) {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
  if (process.env.TARO_ENV !== 'h5') return
  const element = document.getElementById(elementId)
  element?.setAttribute('tabindex', '-1')
  element?.focus({ preventScroll: true })
}

/** Moves the page as far as it takes to see this element. */
export function bringIntoView(elementId: string) {
  if (process.env.TARO_ENV === 'h5') return document.getElementById(elementId)?.scrollIntoView({ block: 'nearest' })
  void Taro.pageScrollTo({ selector: `#${elementId}`, duration: QUICKLY_MILLISECONDS }).catch(() => undefined)
}
