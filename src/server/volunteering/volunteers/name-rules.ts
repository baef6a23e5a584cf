/** A name as rosters show it: the first character and two stars, 周**. A title before the name, parted by a space, is left out. */
export function maskName(displayName: string): string {
  const [first = '', second] = displayName.trim().split(/\s+/)
  return `${String.fromCodePoint((second ?? first).codePointAt(0) ?? 0x2a)}**`
}
