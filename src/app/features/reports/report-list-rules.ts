/** Pages one after another; a report that moved between two readings stands once, where it is newest. */
export function joinPages<Card extends { reportId: string }>(newest: readonly Card[], older: readonly Card[]): Card[] {
  const seen = new Set(newest.map(card => card.reportId))
  const rest: Card[] = []
  for (const card of older) {
    if (seen.has(card.reportId)) continue
    seen.add(card.reportId)
    rest.push(card)
  }
  return [...newest, ...rest]
}
