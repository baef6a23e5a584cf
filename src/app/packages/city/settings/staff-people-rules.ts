interface Named {
  personId: string
  displayName: string
}

const ENDING_LENGTH = 4

/** People of one name are told apart by how their number ends, which each finds in the export of their own data. */
export function titlesOf(people: readonly Named[]): Map<string, string> {
  const counts = new Map<string, number>()
  for (const { displayName } of people) counts.set(displayName, (counts.get(displayName) ?? 0) + 1)
  return new Map(
    people.map(({ personId, displayName }) => [
      personId,
      (counts.get(displayName) ?? 0) > 1 ? `${displayName}（编号尾 ${personId.slice(-ENDING_LENGTH)}）` : displayName
    ])
  )
}
