import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** Keeps the browser's screen on while its tab is in sight; browsers let go of it whenever the tab is hidden. */
function keepBrowserAwake() {
  let lock: WakeLockSentinel | undefined
  let isOver = false
  const take = async () => {
    const wakeLock = navigator.wakeLock as WakeLock | undefined
    if (document.visibilityState !== 'visible') return
    lock = await wakeLock?.request('screen').catch(() => undefined)
    if (isOver) void lock?.release()
  }
  const listen = () => void take()
  document.addEventListener('visibilitychange', listen)
  listen()
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', listen)
    void lock?.release()
  }
}

function keepPhoneAwake() {
  void Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => undefined)
  return () => void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => undefined)
}

/** The screen does not go dark while `isActive`: people scan from it. Where it cannot be kept on, nothing happens. */
export function useAwakeScreen(isActive: boolean) {
  useEffect(() => {
    if (!isActive) return undefined
    return process.env.TARO_ENV === 'h5' ? keepBrowserAwake() : keepPhoneAwake()
  }, [isActive])
}
