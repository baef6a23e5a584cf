import { inflateRawSync } from 'node:zlib'

/** These bytes are no zip file as office programs write them, or unpack to more than is allowed. */
export class ZipRefused extends Error {
  constructor(
    readonly reason: 'broken' | 'too-large',
    options?: ErrorOptions
  ) {
    super(`Zip refused: ${reason}`, options)
    this.name = 'ZipRefused'
  }
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const [END_LENGTH, CENTRAL_LENGTH, LOCAL_LENGTH] = [22, 46, 30]
const COMMENT_LENGTH_MAX = 0xffff
const [STORED, DEFLATED] = [0, 8]
const ENCRYPTED_BIT = 1

interface Entry {
  name: string
  method: number
  isEncrypted: boolean
  packed: number
  unpacked: number
  at: number
}

const broken = (): never => {
  throw new ZipRefused('broken')
}

/** Where the central directory begins. Nothing may stand before the first file or be told in 64 bits: readers would differ about it. */
function directoryOf(zip: Buffer): { from: number; until: number } {
  for (let end = zip.length - END_LENGTH; end >= Math.max(0, zip.length - END_LENGTH - COMMENT_LENGTH_MAX); end -= 1) {
    if (zip.readUInt32LE(end) !== END) continue
    const [length, from] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)]
    return from + length === end ? { from, until: end } : broken()
  }
  return broken()
}

function* entriesOf(zip: Buffer): Generator<Entry> {
  const { from, until } = directoryOf(zip)
  for (let at = from; at < until;) {
    if (at + CENTRAL_LENGTH > until || zip.readUInt32LE(at) !== CENTRAL) broken()
    const nameLength = zip.readUInt16LE(at + 28)
    yield {
      name: zip.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength),
      method: zip.readUInt16LE(at + 10),
      isEncrypted: (zip.readUInt16LE(at + 8) & ENCRYPTED_BIT) !== 0,
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42)
    }
    at += CENTRAL_LENGTH + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

function unpack(zip: Buffer, entry: Entry, bytesMax: number): Buffer {
  if (entry.isEncrypted || entry.at + LOCAL_LENGTH > zip.length || zip.readUInt32LE(entry.at) !== LOCAL) broken()
  const from = entry.at + LOCAL_LENGTH + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28)
  const packed = zip.subarray(from, from + entry.packed)
  if (packed.length !== entry.packed) broken()
  if (entry.method === STORED) return entry.packed === entry.unpacked ? packed : broken()
  if (entry.method !== DEFLATED) broken()
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, bytesMax) })
    // A size told wrongly is how a bomb hides.
    return content.length === entry.unpacked ? content : broken()
  } catch (cause) {
    if (cause instanceof ZipRefused) throw cause
    throw new ZipRefused((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken', { cause })
  }
}

/**
 * Unpacks a zip file, its whole content at most `bytesMax`: unpacking stops there, whatever the file says of itself.
 * @throws ZipRefused
 */
export function unzip(zip: Buffer, { bytesMax, entriesMax }: { bytesMax: number; entriesMax: number }): Map<string, Buffer> {
  if (zip.length < END_LENGTH || zip.readUInt32LE(0) !== LOCAL) broken()
  const parts = new Map<string, Buffer>()
  let left = bytesMax
  for (const entry of entriesOf(zip)) {
    if (parts.size >= entriesMax || entry.unpacked > left) throw new ZipRefused('too-large')
    if (parts.has(entry.name)) broken()
    const content = unpack(zip, entry, left)
    left -= content.length
    parts.set(entry.name, content)
  }
  return parts
}
