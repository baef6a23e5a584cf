import type { QuestionCard } from '#contract/quiz-shapes'
import { questionCardId } from '#app/features/question-bank/question-list.tsx'
import type { Pages } from '#app/platform/use-pages'
import { usePageIsShown } from '#app/packages/quiz-desk/question/use-page-is-shown'
import { useKeys } from '#app/platform/keyboard'

interface Given {
  list: Pages<QuestionCard>
  openId?: string
  /** False while a sheet lies over the list. */
  isActive: boolean
  onNew: () => void
  onClose: () => void
}

export const focusSearch = () => document.querySelector<HTMLElement>('.bank__search input')?.focus()

/** The keyboard of the bank. The focus moves, so Enter opens by itself and screen readers follow. */
export function useBankKeys({ list, openId, isActive, onNew, onClose }: Given) {
  const step = (by: 1 | -1) => {
    const ids = list.rows.map(({ questionId }) => questionCardId(questionId))
    const here = ids.indexOf(document.activeElement?.id ?? '')
    const from = here >= 0 ? here : openId ? ids.indexOf(questionCardId(openId)) : -1
    if (from + by >= ids.length) void list.more()
    const card = document.getElementById(ids[Math.min(ids.length - 1, Math.max(0, from + by))] ?? '')
    card?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  }
  const escape = () => (document.activeElement instanceof HTMLInputElement ? document.activeElement.blur() : onClose())
  const [down, up] = [() => step(1), () => step(-1)]
  useKeys(
    { ArrowDown: down, j: down, J: down, ArrowUp: up, k: up, K: up, '/': focusSearch, n: onNew, N: onNew, Escape: escape },
    usePageIsShown() && isActive
  )
}
