import Taro from '@tarojs/taro'

/** A short touch in the hand when something worked. */
export function touch() {
  if (process.env.TARO_ENV === 'weapp') void Taro.vibrateShort({ type: 'light' }).catch(() => undefined)
}
