import { crc32, inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import sharp from 'sharp'

/** What a reader of the PDF would copy and see: enough of ISO 32000-1 for the papers made here. */
export interface PaperRead {
  /** Its text in the order it is drawn, page by page, one line a piece. */
  lines: string[]
  /** Names of the fonts, each embedded as a subset. */
  fonts: string[]
  /** What the QR codes on it say. */
  qrCodes: string[]
}

interface Part {
  head: string
  bytes?: Buffer
}

function partsOf(pdf: Buffer): Map<string, Part> {
  const text = pdf.toString('latin1')
  const parts = new Map<string, Part>()
  for (const found of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = '', body = ''] = found
    const start = body.indexOf('stream\n')
    const head = start < 0 ? body : body.slice(0, start)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    const from = found.index + found[0].indexOf('stream\n') + 'stream\n'.length
    parts.set(number, start < 0 ? { head } : { head, bytes: pdf.subarray(from, from + length) })
  }
  return parts
}

/** Glyph → text, as the font's ToUnicode map says; without one nothing could be copied. */
function readUnicodeMap(map: string): Map<number, string> {
  const glyphs = new Map<number, string>()
  for (const [, first = '', list = ''] of map.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    [...list.matchAll(/<([^>]*)>/g)].forEach(([, units = ''], n) => {
      const letters = (units.match(/\w{4}/g) ?? []).map(unit => parseInt(unit, 16))
      glyphs.set(parseInt(first, 16) + n, String.fromCharCode(...letters))
    })
  return glyphs
}

function readLines(drawing: string, maps: Map<string, Map<number, string>>): string[] {
  const lines: string[] = []
  let font = ''
  for (const [, name, list, newLine] of drawing.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|(?<=\n)(BT)\n/g)) {
    if (newLine) lines.push('')
    if (name) font = name
    const glyphs = [...(list ?? '').matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/\w{4}/g) ?? [])
    const text = glyphs.map(glyph => maps.get(font)?.get(parseInt(glyph, 16)) ?? '\ufffd').join('')
    if (text) lines.push((lines.pop() ?? '') + text)
  }
  return lines
}

const chunk = (kind: string, data: Buffer) => {
  const named = Buffer.concat([Buffer.from(kind), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** A picture lies in the PDF as the data of a PNG without its frame (predictor 15, ISO 32000-1, 7.4.4.4). */
async function readQrCode({ head, bytes = Buffer.alloc(0) }: Part): Promise<string | undefined> {
  const [width, height] = ['Width', 'Height'].map(name => Number(new RegExp(`/${name} (\\d+)`).exec(head)?.[1]))
  const frame = Buffer.alloc(13)
  frame.writeUInt32BE(width!, 0)
  frame.writeUInt32BE(height!, 4)
  frame[8] = 8
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', frame),
    chunk('IDAT', bytes),
    chunk('IEND', Buffer.alloc(0))
  ])
  const pixels = await sharp(png).toColourspace('srgb').ensureAlpha().raw().toBuffer()
  return jsQR(new Uint8ClampedArray(pixels), width!, height!)?.data
}

/** The fonts of a page, each with the text of its glyphs. */
function fontsOf(page: Part, pick: (head: string, name: string) => Part | undefined, parts: Map<string, Part>) {
  const resources = pick(page.head, 'Resources')?.head ?? ''
  return [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number = '']) => {
    const head = parts.get(number)?.head ?? ''
    const descriptor = pick(pick(head, 'DescendantFonts')!.head, 'FontDescriptor')!
    if (!pick(descriptor.head, 'FontFile3')?.bytes) throw new Error('A font is not embedded.')
    const letters = readUnicodeMap(inflateSync(pick(head, 'ToUnicode')!.bytes!).toString())
    return { name, face: /\/BaseFont \/(\S+)/.exec(head)?.[1] ?? '', letters }
  })
}

export async function readPdf(pdf: Buffer): Promise<PaperRead> {
  if (!pdf.subarray(0, 8).toString().startsWith('%PDF-1.') || !pdf.toString('latin1').trimEnd().endsWith('%%EOF'))
    throw new Error('Not a whole PDF.')
  const parts = partsOf(pdf)
  const pick = (head: string, name: string) => parts.get(new RegExp(`/${name} (?:\\[)?(\\d+) 0 R`).exec(head)?.[1] ?? '')
  const pages = [...parts.values()].filter(({ head }) => head.includes('/Type /Page\n'))
  const read = pages.map(page => {
    const fonts = fontsOf(page, pick, parts)
    const drawing = inflateSync(pick(page.head, 'Contents')!.bytes!).toString('latin1')
    return { fonts, lines: readLines(drawing, new Map(fonts.map(({ name, letters }) => [name, letters]))) }
  })
  const pictures = [...parts.values()].filter(({ head }) => head.includes('/Subtype /Image'))
  const said = await Promise.all(pictures.map(readQrCode))
  return {
    lines: read.flatMap(({ lines }) => lines),
    fonts: [...new Set(read.flatMap(({ fonts }) => fonts.map(({ face }) => face)))],
    qrCodes: said.flatMap(text => text ?? [])
  }
}
