/** Moves the focus over the cards of a list, so that Enter opens by itself and screen readers follow; without focus it starts at the open one. */
export function stepFocus(cardIds: readonly string[], openCardId: string | undefined, by: 1 | -1) {
  const here = cardIds.indexOf(document.activeElement?.id ?? '')
  const from = here >= 0 ? here : openCardId ? cardIds.indexOf(openCardId) : -1
  const card = document.getElementById(cardIds[Math.min(cardIds.length - 1, Math.max(0, from + by))] ?? '')
  card?.focus()
  card?.scrollIntoView({ block: 'nearest' })
}
