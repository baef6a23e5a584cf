import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Noto Sans Hans (SIL Open Font License 1.1): 30,000 characters, so that a rare surname is printed, too. */
const PACKAGE = '@embedpdf/fonts-sc'
const files = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' } as const

export type FontWeight = keyof typeof files

const read = new Map<FontWeight, Buffer>()

/** A font as its package has it, read once: 8 MB each, kept because every document takes its subset from it. */
export function fontOf(weight: FontWeight): Buffer {
  const known = read.get(weight)
  if (known) return known
  const folder = join(createRequire(import.meta.url).resolve(PACKAGE), '..', '..', 'fonts')
  const font = readFileSync(join(folder, files[weight]))
  read.set(weight, font)
  return font
}
