/** A name as rosters show it: the first character and two stars, 周**. */
export const maskName = (displayName: string) => `${[...displayName.trim()][0] ?? '*'}**`
