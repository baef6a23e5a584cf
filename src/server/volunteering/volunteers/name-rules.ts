/** A name as rosters show it: the first character and two stars, 周**. */
export const maskName = (displayName: string) => `${String.fromCodePoint(displayName.trim().codePointAt(0) ?? 0x2a)}**`
