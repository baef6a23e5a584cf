import { useState } from 'react'
import { managedCardId } from '#app/features/organising/managed-list.tsx'
import type { ManagedCard } from '#app/features/organising/managed-list-rules'
import { useKeys } from '#app/platform/keyboard'
import { useHide, useShow } from '#app/platform/navigation'

interface Ways {
  onNew?: () => void
  onClose: () => void
  /** A sheet lies over the page. */
  hasSheet: boolean
}

/** Arrow keys move the focus over the list, so Enter opens by itself and screen readers follow. */
export function useListKeys(cards: readonly ManagedCard[], openId: string | undefined, { onNew, onClose, hasSheet }: Ways) {
  // Pages below keep running in the browser, and must not answer to keys.
  const [isShown, setIsShown] = useState(true)
  useShow(() => setIsShown(true))
  useHide(() => setIsShown(false))
  const step = (by: 1 | -1) => {
    const ids = cards.map(({ activityId }) => managedCardId(activityId))
    const here = ids.indexOf(document.activeElement?.id ?? '')
    const from = here >= 0 ? here : openId ? ids.indexOf(managedCardId(openId)) : -1
    const card = document.getElementById(ids[Math.min(ids.length - 1, Math.max(0, from + by))] ?? '')
    card?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  }
  useKeys(
    {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Escape: onClose,
      ...(onNew && { n: onNew, N: onNew })
    },
    isShown && !hasSheet
  )
}
