import Taro from '@tarojs/taro'
import { useEffect } from 'react'

const FULL = 1

/** As bright as it goes while the page stands, so that a scanner reads the screen in the sun; then as before. Browsers have no say in it. */
export function useFullBrightness() {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') return undefined
    let before: number | undefined
    void Taro.getScreenBrightness()
      .then(({ value }) => {
        before = value
        return Taro.setScreenBrightness({ value: FULL })
      })
      .catch(() => undefined)
    return () => {
      if (before !== undefined) void Taro.setScreenBrightness({ value: before }).catch(() => undefined)
    }
  }, [])
}
