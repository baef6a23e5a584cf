import { useEffect, useState } from 'react'
import { deployment } from '#app/platform/deployment'

const WIDE = '(min-width: 1024px)'
const isWideNow = () => deployment.isBrowser && window.matchMedia(WIDE).matches

/** Whether two panes fit; never in the mini-program. The same width as `desktop` in type.scss. */
export function useIsWide(): boolean {
  const [isWide, setIsWide] = useState(isWideNow)
  useEffect(() => {
    if (!deployment.isBrowser) return
    const media = window.matchMedia(WIDE)
    const listen = () => setIsWide(media.matches)
    media.addEventListener('change', listen)
    return () => media.removeEventListener('change', listen)
  }, [])
  return isWide
}
