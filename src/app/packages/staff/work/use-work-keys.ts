import { workCardId } from '#app/features/reports/work-card.tsx'
import { useWorkIsShown } from '#app/features/reports/use-work-is-shown'
import type { WorkDesk } from '#app/packages/staff/work/use-work-desk'
import { useKeys } from '#app/platform/keyboard'

interface Given {
  desk: WorkDesk
  isDispatcher: boolean
  /** False while a sheet lies over the list. */
  isActive: boolean
  onHelp: () => void
}

const focusedCard = () => document.activeElement?.id ?? ''

/** The keyboard of the workbench. Arrow keys move the focus, so Enter opens by itself and screen readers follow. */
export function useWorkKeys({ desk, isDispatcher, isActive, onHelp }: Given) {
  const { list, openId, ticked } = desk
  const step = (by: 1 | -1) => {
    const ids = list.cards.map(card => workCardId(card.reportId))
    const here = ids.indexOf(focusedCard())
    const from = here >= 0 ? here : openId ? ids.indexOf(workCardId(openId)) : -1
    const next = Math.min(ids.length - 1, Math.max(0, from + by))
    if (from + by >= ids.length) void list.more()
    const card = document.getElementById(ids[next] ?? '')
    card?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  }
  const isShown = useWorkIsShown()
  useKeys(
    {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      '/': () => document.querySelector<HTMLElement>('.work-toolbar input')?.focus(),
      '?': onHelp,
      ...(isDispatcher && { v: ticked ? desk.stopTicking : desk.startTicking, V: ticked ? desk.stopTicking : desk.startTicking }),
      Escape: () => {
        if (ticked) desk.stopTicking()
        else if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
        else desk.open(undefined)
      }
    },
    isShown && isActive
  )
}
