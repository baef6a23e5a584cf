import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import ExifReader from 'exifreader'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { PhotoRefused, preparePhoto } from '#server/files/photo-pipeline'
import type { PreparedPhoto } from '#server/files/photo-pipeline'

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/"
exif:GPSLatitude="28,12.5N" exif:GPSLongitude="112,59.1E"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

const scene = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'teal', noise: { type: 'gaussian', mean: 120, sigma: 30 } } })
const jpeg = (width = 400, height = 300) => scene(width, height).jpeg().toBuffer()

/** What a phone writes: position in EXIF and XMP, a colour profile, and a caption in IPTC. */
async function phonePhoto(): Promise<Buffer> {
  const photo = await scene(2400, 1800)
    .jpeg()
    .withExif({
      IFD0: { Make: 'Phone', Artist: '张三' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 12/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '112/1 59/1 6/1' }
    })
    .withXmp(XMP)
    .withIccProfile('p3')
    .toBuffer()
  const caption = Buffer.from('\x1c\x02\x78\x00\x05Caption'.slice(0, 10), 'latin1')
  const head = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\x00\x00', 'latin1'),
    Buffer.from([0, 0, 0, caption.length]),
    caption
  ])
  return withSegment(photo, 0xed, head)
}

function withSegment(photo: Buffer, marker: number, payload: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(payload.length + 2)
  return Buffer.concat([photo.subarray(0, 2), Buffer.from([0xff, marker]), length, payload, photo.subarray(2)])
}

/** A red frame, then a blue one. */
async function animation(): Promise<Buffer> {
  const [red, blue] = [Buffer.alloc(60 * 60 * 3), Buffer.alloc(60 * 60 * 3)].map((frame, index) =>
    frame.map((_, at) => (at % 3 === index * 2 ? 255 : 0))
  )
  return sharp(Buffer.concat([red!, blue!]), { raw: { width: 60, height: 120, channels: 3, pageHeight: 60 } })
    .webp({ lossless: true })
    .toBuffer()
}

/** The same animation with another canvas in its header. */
function webpClaiming(webp: Buffer, width: number, height: number): Buffer {
  const claimed = Buffer.from(webp)
  claimed.writeUIntLE(width - 1, 24, 3)
  claimed.writeUIntLE(height - 1, 27, 3)
  return claimed
}

/** The same PNG with other sides in its header. */
function pngClaiming(png: Buffer, width: number, height: number): Buffer {
  const claimed = Buffer.from(png)
  claimed.writeUInt32BE(width, 16)
  claimed.writeUInt32BE(height, 20)
  claimed.writeUInt32BE(crc32(claimed.subarray(12, 29)), 29)
  return claimed
}

/** The same JPEG with other sides in its frame header. */
function jpegClaiming(photo: Buffer, width: number, height: number): Buffer {
  const claimed = Buffer.from(photo)
  const frame = claimed.indexOf(Buffer.from([0xff, 0xc0]))
  claimed.writeUInt16BE(height, frame + 5)
  claimed.writeUInt16BE(width, frame + 7)
  return claimed
}

const refusalOf = (bytes: Uint8Array): Promise<unknown> =>
  preparePhoto(bytes).then(
    () => 'taken',
    (error: unknown) => (error instanceof PhotoRefused ? error.code : error)
  )
const variantsOf = ({ variants }: PreparedPhoto) => [variants.photo, variants.thumbnail, variants.glance]
const meanColour = async (image: Sharp) => (await sharp(await image.png().toBuffer()).stats()).channels.map(({ mean }) => Math.round(mean))

describe('what is kept of a photo', () => {
  it('carries neither position, nor author, nor any other metadata', async () => {
    const sent = await phonePhoto()
    const before = ExifReader.load(sent, { expanded: true })
    expect(before.gps?.Latitude).toBeCloseTo(28.208, 2)
    expect(before.exif?.['Artist']).toBeDefined()
    expect(before.xmp?.['GPSLatitude']).toBeDefined()
    expect(before.icc).toBeDefined()
    expect(before.iptc).toBeDefined()
    for (const kept of variantsOf(await preparePhoto(sent))) {
      const tags = ExifReader.load(Buffer.from(kept), { expanded: true })
      expect(Object.keys(tags).sort()).toEqual(['file'])
      expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb', channels: 3 })
    }
  })

  it('is at most 1600 pixels long, 320 in the small ones, and says its size', async () => {
    const prepared = await preparePhoto(await phonePhoto())
    const sizes = await Promise.all(variantsOf(prepared).map(async kept => sharp(kept).metadata()))
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [1600, 1200],
      [320, 240],
      [320, 240]
    ])
    expect(prepared).toMatchObject({ width: 1600, height: 1200 })
  })

  it('is never enlarged', async () => {
    const prepared = await preparePhoto(await jpeg(90, 60))
    const sizes = await Promise.all(variantsOf(prepared).map(async kept => sharp(kept).metadata()))
    expect(sizes.map(({ width, height }) => [width, height])).toEqual(Array(3).fill([90, 60]))
  })

  it('stands upright: orientation 6 is turned into the pixels', async () => {
    const left = await sharp({ create: { width: 100, height: 100, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const lying = await sharp({ create: { width: 200, height: 100, channels: 3, background: 'blue' } })
      .composite([{ input: left, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { width, height, variants } = await preparePhoto(lying)
    expect([width, height]).toEqual([100, 200])
    const [red = 0, , blue = 0] = await meanColour(sharp(variants.photo).extract({ left: 20, top: 20, width: 60, height: 60 }))
    expect(red).toBeGreaterThan(240)
    expect(blue).toBeLessThan(15)
  })

  it.each([
    ['PNG with transparency', () => sharp({ create: { width: 50, height: 40, channels: 4, background: '#00000000' } }).png()],
    ['PNG of 16 bits', () => scene(50, 40).toColourspace('rgb16').png()],
    ['PNG in grey', () => scene(50, 40).greyscale().png()],
    ['PNG with a palette', () => scene(50, 40).png({ palette: true })],
    ['CMYK JPEG', () => scene(50, 40).toColourspace('cmyk').jpeg()],
    ['progressive JPEG', () => scene(50, 40).jpeg({ progressive: true })],
    ['WebP', () => scene(50, 40).webp()]
  ])('may come as %s', async (_, made) => {
    const { variants } = await preparePhoto(await made().toBuffer())
    expect(await sharp(variants.photo).metadata()).toMatchObject({ format: 'jpeg', width: 50, height: 40, space: 'srgb', channels: 3 })
  })

  it('has white where a PNG was transparent', async () => {
    const clear = await sharp({ create: { width: 50, height: 40, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    expect(await meanColour(sharp((await preparePhoto(clear)).variants.photo))).toEqual([255, 255, 255])
  })

  it('keeps its colours when its colour profile goes', async () => {
    const wide = await sharp({ create: { width: 50, height: 40, channels: 3, background: 'red' } })
      .withIccProfile('p3')
      .png()
      .toBuffer()
    const stored = await sharp(wide, { ignoreIcc: true }).raw().toBuffer()
    expect(stored[0]).toBeLessThan(240)
    const [red = 0, green = 0, blue = 0] = await meanColour(sharp((await preparePhoto(wide)).variants.photo))
    expect([red > 250, green < 5, blue < 5]).toEqual([true, true, true])
  })

  it('is the first frame of an animation', async () => {
    const animated = await animation()
    expect((await sharp(animated).metadata()).pages).toBe(2)
    const { width, height, variants } = await preparePhoto(animated)
    expect([width, height]).toEqual([60, 60])
    expect((await meanColour(sharp(variants.photo)))[0]).toBeGreaterThan(250)
  })

  it('is known by the digest of the bytes that were sent', async () => {
    const sent = await jpeg()
    expect((await preparePhoto(sent)).sha256).toBe(createHash('sha256').update(sent).digest('hex'))
  })

  it('shows no letters, plates or faces in a glance, only large shapes', async () => {
    const stripes = Buffer.alloc(1600 * 1200 * 3)
    for (let pixel = 0; pixel < 1600 * 1200; pixel++) stripes.fill(Math.floor((pixel % 1600) / 40) % 2 ? 255 : 0, pixel * 3, pixel * 3 + 3)
    const sent = await sharp(stripes, { raw: { width: 1600, height: 1200, channels: 3 } })
      .jpeg()
      .toBuffer()
    const { variants } = await preparePhoto(sent)
    const middle = { left: 40, top: 40, width: 240, height: 160 }
    const contrast = async (kept: Uint8Array) =>
      (await sharp(await sharp(kept).extract(middle).png().toBuffer()).stats()).channels[0]!.stdev
    expect(await contrast(variants.thumbnail)).toBeGreaterThan(80)
    expect(await contrast(variants.glance)).toBeLessThan(8)
  })
})

describe('what is refused', () => {
  const giant = 50_000

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['a PNG that claims 50,000 × 50,000', async () => pngClaiming(await scene(40, 30).png().toBuffer(), giant, giant)],
    ['a JPEG that claims 60,000 × 60,000', async () => jpegClaiming(await jpeg(), 60_000, 60_000)],
    ['a JPEG that claims one pixel column too many', async () => jpegClaiming(await jpeg(), 8001, 5000)],
    [
      'a real PNG of 49 megapixels in a small file',
      () =>
        sharp({ create: { width: 7000, height: 7000, channels: 3, background: 'red' } })
          .png()
          .toBuffer()
    ],
    ['an animation whose frames make 42 megapixels', async () => webpClaiming(await animation(), 4600, 4600)],
    ['a picture of 21 MB', async () => Buffer.concat([await jpeg(), Buffer.alloc(21 * 1024 * 1024)])]
  ])('%s is too large', async (_, made) => {
    expect(await refusalOf(await made())).toBe('file-too-large')
  })

  const cut = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share))

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['a single byte', () => new Uint8Array([0xff])],
    ['text', () => Buffer.from('这不是照片')],
    ['a page of HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>')],
    ['an SVG behind the first bytes of a JPEG', () => Buffer.from('\xff\xd8\xff<svg xmlns="http://www.w3.org/2000/svg"/>', 'latin1')],
    ['a GIF', () => scene(20, 20).gif().toBuffer()],
    ['a TIFF', () => scene(20, 20).tiff().toBuffer()],
    ['an AVIF', () => scene(20, 20).avif({ effort: 0 }).toBuffer()],
    ['an HEIC by its first bytes', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj')],
    ['a zip', () => Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1')],
    ['half a JPEG', async () => cut(await jpeg(), 0.5)],
    ['the header of a JPEG', async () => (await jpeg()).subarray(0, 40)],
    ['almost all of a JPEG', async () => cut(await jpeg(), 0.99)],
    ['half a PNG', async () => cut(await scene(40, 30).png().toBuffer(), 0.5)],
    ['half a WebP', async () => cut(await scene(40, 30).webp().toBuffer(), 0.5)],
    ['a PNG that claims more rows than it has', async () => pngClaiming(await scene(40, 30).png().toBuffer(), 40, 3000)],
    ['a PNG without any extent', async () => pngClaiming(await scene(40, 30).png().toBuffer(), 0, 30)]
  ])('%s is no picture, whatever it is called', async (_, made) => {
    expect(await refusalOf(await made())).toBe('not-an-image')
  })

  it('costs little: many giants at once neither end the process nor fill its memory', async () => {
    const png = await scene(40, 30).png().toBuffer()
    const photo = await jpeg()
    const before = process.memoryUsage().rss
    const giants = Array.from({ length: 40 }, (_, index) =>
      index % 2 ? pngClaiming(png, giant, giant) : jpegClaiming(photo, 60_000, 60_000)
    )
    expect(new Set(await Promise.all(giants.map(refusalOf)))).toEqual(new Set(['file-too-large']))
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
    expect((await preparePhoto(photo)).width).toBe(400)
  })
})
