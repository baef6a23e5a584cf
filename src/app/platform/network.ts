import Taro from '@tarojs/taro'
import { observed, useObserved } from '#app/platform/observed'

const online = observed(true)
let isWatching = false

function watch() {
  if (isWatching) return
  isWatching = true
  if (process.env.TARO_ENV === 'h5') {
    online.set(navigator.onLine)
    window.addEventListener('online', () => online.set(true))
    window.addEventListener('offline', () => online.set(false))
    return
  }
  void Taro.getNetworkType().then(({ networkType }) => online.set(networkType !== 'none'))
  Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected))
}

export function isOnline() {
  watch()
  return online.get()
}

/** Calls with the new state at each change; returns how to stop. */
export function onNetworkChange(listener: (isOnlineNow: boolean) => void) {
  watch()
  return online.onChange(() => listener(online.get()))
}

export function useIsOnline() {
  watch()
  return useObserved(online)
}
