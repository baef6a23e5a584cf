import { useEffect } from 'react'
import { deployment } from '#app/platform/deployment'

/** The browser asks once more before this tab is closed or reloaded; in WeChat leaving asks nothing. */
export function useWarnBeforeLeaving(isNeeded: boolean) {
  useEffect(() => {
    if (!deployment.isBrowser || !isNeeded) return
    const warn = (leaving: BeforeUnloadEvent) => leaving.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isNeeded])
}
