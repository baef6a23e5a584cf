import { useState } from 'react'
import { useHide, useShow } from '#app/platform/navigation'

/** Whether this page is the one on top: pages below keep running in the browser, and must not answer to keys. */
export function usePageIsShown(): boolean {
  const [isShown, setIsShown] = useState(true)
  useShow(() => setIsShown(true))
  useHide(() => setIsShown(false))
  return isShown
}
