import type { Place } from '#server/quizzes/exchange/read-question-rules'

/** What a comment line of our own says of the question below it: `// fact: F123`. */
export type GiftNote = 'fact' | 'difficulty' | 'pool'

/** The lines of one question, comments blanked, and where they stand. */
export interface GiftBlock {
  text: string
  firstLine: number
  notes: Partial<Record<GiftNote, { text: string; place: Place }>>
}

const NOTE = /^\s*\/\/\s*(fact|difficulty|pool)\s*[:：]/i

/** Questions of a GIFT file: what stands between empty lines, without comments and categories. */
export function giftBlocks(text: string): GiftBlock[] {
  const blocks: GiftBlock[] = []
  let lines: string[] = []
  let notes: GiftBlock['notes'] = {}
  let firstLine = 1
  const close = () => {
    if (lines.some(line => line.trim() !== '')) {
      blocks.push({ text: lines.join('\n'), firstLine, notes })
      notes = {}
    }
    lines = []
  }
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .forEach((line, n) => {
      const [before, name] = NOTE.exec(line) ?? []
      if (before !== undefined && name !== undefined) {
        const said = line.slice(before.length).trimStart()
        notes[name.toLowerCase() as GiftNote] = { text: said.trimEnd(), place: { line: n + 1, column: line.length - said.length + 1 } }
      }
      if (line.trim() === '') return close()
      if (lines.length === 0) firstLine = n + 1
      lines.push(/^\s*(\/\/|\$CATEGORY:)/i.test(line) ? '' : line)
    })
  close()
  return blocks
}

/** Where a character of a block stands in its file. */
export function placeIn({ text, firstLine }: GiftBlock, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Where one of `marks` stands that is not escaped by a backslash; -1 where there is none. */
export function findMark(text: string, marks: string, from = 0): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (marks.includes(text[at] ?? '')) return at
  }
  return -1
}

/** What the escaped text says. */
export const unescaped = (text: string) => text.replace(/\\(n|.)/gs, (_, mark: string) => (mark === 'n' ? '\n' : mark)).trim()
/** So that a text says itself, on one line. */
export const escaped = (text: string) => text.replace(/[~=#{}:\\]/g, mark => `\\${mark}`).replace(/\r?\n/g, '\\n')
