import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { PhotoRefused, preparePhoto, redactPhoto } from '#server/files/photo-pipeline'
import type { ShareRectangle } from '#server/files/photo-rules'

const WIDTH = 800
const HEIGHT = 600
const plate: ShareRectangle = { left: 0.25, top: 0.5, width: 0.25, height: 0.1 }
const plateArea = { left: 200, top: 300, width: 200, height: 60 }

/** Noise everywhere, and on the plate a pattern of bars that stands for its characters. */
async function photoWith(barsAt: number): Promise<Uint8Array> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  let noise = 1
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      noise = (noise * 1103515245 + 12345) % 2147483648
      const isPlate = x >= 200 && x < 400 && y >= 300 && y < 360
      pixels.fill(isPlate ? ((x + barsAt) % 10 < 5 ? 0 : 255) : 60 + ((noise >> 16) % 120), (y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3)
    }
  const sent = await sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer()
  return (await preparePhoto(sent)).variants.photo
}

const greyOf = (photo: Uint8Array) => sharp(photo).greyscale()
const bytesOf = (image: Sharp) => image.raw().toBuffer()
const spread = async (image: Sharp) => (await sharp(await image.png().toBuffer()).stats()).channels[0]!.stdev
const difference = (one: Buffer, other: Buffer) => one.reduce((sum, value, index) => sum + Math.abs(value - other[index]!), 0) / one.length

describe('a part of a photo a person covered', () => {
  it('keeps nothing of what stood there', async () => {
    const photo = await photoWith(0)
    const { redacted } = await redactPhoto(photo, [plate])
    expect(await spread(greyOf(photo).extract(plateArea))).toBeGreaterThan(90)
    expect(await spread(greyOf(redacted).extract(plateArea))).toBeLessThan(12)
  })

  it('looks the same whichever characters it covered', async () => {
    const photos = [await photoWith(0), await photoWith(5)]
    const redactions = await Promise.all(photos.map(photo => redactPhoto(photo, [plate])))
    const [before, after] = await Promise.all(
      [photos, redactions.map(({ redacted }) => redacted)].map(pair =>
        Promise.all(pair.map(photo => bytesOf(greyOf(photo).extract(plateArea))))
      )
    )
    // Black for white and white for black: what is left of that is the error of a mean.
    expect(difference(before![0]!, before![1]!)).toBeGreaterThan(200)
    expect(difference(after![0]!, after![1]!)).toBeLessThan(15)
  })

  it('is covered in the small picture too', async () => {
    const { thumbnail } = await redactPhoto(await photoWith(0), [plate])
    expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 320, height: 240 })
    expect(await spread(greyOf(thumbnail).extract({ left: 82, top: 122, width: 76, height: 20 }))).toBeLessThan(12)
  })

  it('is no larger than the rectangle: the rest stays as it was', async () => {
    const photo = await photoWith(0)
    const { redacted } = await redactPhoto(photo, [plate])
    expect(await sharp(redacted).metadata()).toMatchObject({ format: 'jpeg', width: WIDTH, height: HEIGHT, channels: 3 })
    // A JPEG spreads an edge over blocks of sixteen pixels, hence the margin.
    for (const area of [
      { left: 0, top: 0, width: WIDTH, height: 284 },
      { left: 0, top: 376, width: WIDTH, height: 224 },
      { left: 0, top: 300, width: 184, height: 60 },
      { left: 416, top: 300, width: 384, height: 60 }
    ])
      expect(difference(await bytesOf(greyOf(photo).extract(area)), await bytesOf(greyOf(redacted).extract(area)))).toBeLessThan(6)
  })

  it('may reach over the edge, be several, or be none', async () => {
    const photo = await photoWith(0)
    const { redacted } = await redactPhoto(photo, [
      { left: 0.9, top: 0.9, width: 0.5, height: 0.5 },
      { left: 0, top: 0, width: 0.1, height: 0.1 },
      { left: 0.5, top: 0.5, width: 0, height: 0 }
    ])
    expect(await spread(greyOf(redacted).extract({ left: 730, top: 550, width: 60, height: 40 }))).toBeLessThan(12)
    expect(await spread(greyOf(redacted).extract({ left: 10, top: 10, width: 60, height: 40 }))).toBeLessThan(12)
    expect(await spread(greyOf(redacted).extract(plateArea))).toBeGreaterThan(90)
    expect((await redactPhoto(photo, [])).redacted.byteLength).toBeGreaterThan(1000)
  })

  it('can be the whole photo', async () => {
    const { redacted } = await redactPhoto(await photoWith(0), [{ left: 0, top: 0, width: 1, height: 1 }])
    expect(await spread(greyOf(redacted))).toBeLessThan(12)
  })

  it('is refused where there is no photo', async () => {
    await expect(redactPhoto(Buffer.from('no photo'), [plate])).rejects.toThrow(PhotoRefused)
  })
})
