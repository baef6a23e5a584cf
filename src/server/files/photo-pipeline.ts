import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type/core'
import pLimit from 'p-limit'
import sharp from 'sharp'
import type { OverlayOptions, Sharp } from 'sharp'
import { FILE_PIXELS_MAX, PHOTO_SIDE_MAX, THUMBNAIL_SIDE_MAX } from '#contract/files'
import { fitInside, formatOf, mosaicBlocks, pixelsOf, refusalOfHeader, refusalOfSize } from '#server/files/photo-rules'
import type { PhotoFormat, PhotoRefusalCode, PixelRectangle, ShareRectangle } from '#server/files/photo-rules'

/** A picture ready to be kept: three JPEGs without any metadata, in sRGB, upright. */
export interface PreparedPhoto {
  /** Of the bytes as they came, in hexadecimal: the same file sent twice has the same one. */
  sha256: string
  /** Of the variant `photo`, in pixels. */
  width: number
  height: number
  variants: { photo: Uint8Array; thumbnail: Uint8Array; glance: Uint8Array }
}

/** An expected no: these bytes are no picture, or too much of one. */
export class PhotoRefused extends Error {
  constructor(
    readonly code: PhotoRefusalCode,
    options?: ErrorOptions
  ) {
    super(`Photo refused: ${code}`, options)
    this.name = 'PhotoRefused'
  }
}

/** Decoded pixels: three bytes each, no header, so nothing that is not a pixel can travel on. */
interface Pixels {
  data: Buffer
  width: number
  height: number
}

// One picture of 40 megapixels may need 250 MB while it is decoded; more than two at once would starve a small machine.
sharp.cache(false)
sharp.concurrency(1)
const inTurn = pLimit(2)

const DECODE_SECONDS_MAX = 30
/** A glance holds no more detail than this many pixels on its long side, blurred on top: no face, plate or sign is legible. */
const GLANCE_DETAIL_SIDE = 32
const GLANCE_BLUR_SIGMA = 1.2
const MOSAIC_BLUR_SIGMA = 0.8

/**
 * Makes what is kept of an uploaded picture. Size and header are judged before anything is decoded; GPS, EXIF, XMP, IPTC and
 * colour profile end here.
 * @throws PhotoRefused
 */
export async function preparePhoto(bytes: Uint8Array): Promise<PreparedPhoto> {
  refuseIf(refusalOfSize(bytes.byteLength))
  const format = formatOf((await sniff(bytes))?.mime)
  if (!format) throw new PhotoRefused('not-an-image')
  return inTurn(async () => {
    const pixels = await decode(bytes, format)
    const [photo, thumbnail, glance] = [await jpegOf(pixels), await thumbnailOf(pixels), await glanceOf(pixels)]
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { sha256, width: pixels.width, height: pixels.height, variants: { photo, thumbnail, glance } }
  })
}

/**
 * Covers parts of a kept photo so that they cannot be brought back, and makes the small picture from the covered one. Used on
 * the rectangles a person confirmed.
 * @throws PhotoRefused where `photo` is no picture
 */
export async function redactPhoto(
  photo: Uint8Array,
  rectangles: readonly ShareRectangle[]
): Promise<{ redacted: Uint8Array; thumbnail: Uint8Array }> {
  return inTurn(async () => {
    const pixels = await decode(photo, 'jpeg')
    const covers = []
    for (const rectangle of rectangles) {
      const area = pixelsOf(rectangle, pixels.width, pixels.height)
      if (area) covers.push(await coverOf(pixels, area))
    }
    const covered: Pixels = { ...pixels, data: await from(pixels).composite(covers).removeAlpha().raw().toBuffer() }
    return { redacted: await jpegOf(covered), thumbnail: await thumbnailOf(covered) }
  })
}

function refuseIf(code: PhotoRefusalCode | undefined): void {
  if (code) throw new PhotoRefused(code)
}

/** A file cut off in its first bytes makes the sniffer throw; that is no picture either. */
const sniff = (bytes: Uint8Array) => fileTypeFromBuffer(bytes).catch(() => undefined)

async function decode(bytes: Uint8Array, format: PhotoFormat): Promise<Pixels> {
  // Without a limit here the header of a giant is read and named too large; with one it would read like a broken file.
  const header = await asImage(sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata())
  refuseIf(refusalOfHeader(header, format))
  const { data, info } = await asImage(
    // Phones write JPEGs that raise warnings; what is cut off or broken is an error.
    sharp(bytes, { limitInputPixels: FILE_PIXELS_MAX, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize({ width: PHOTO_SIDE_MAX, height: PHOTO_SIDE_MAX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .timeout({ seconds: DECODE_SECONDS_MAX })
      .raw()
      .toBuffer({ resolveWithObject: true })
  )
  return { data, width: info.width, height: info.height }
}

/** Whatever the decoder says about strangers' bytes means one thing: this is not a picture. */
async function asImage<T>(decoding: Promise<T>): Promise<T> {
  try {
    return await decoding
  } catch (cause) {
    throw new PhotoRefused('not-an-image', { cause })
  }
}

const from = ({ data, width, height }: Pixels): Sharp => sharp(data, { raw: { width, height, channels: 3 } })

const jpegOf = (pixels: Pixels): Promise<Buffer> => from(pixels).jpeg({ quality: 80, progressive: true }).toBuffer()

const thumbnailOf = (pixels: Pixels): Promise<Buffer> =>
  from(pixels)
    .resize({ ...fitInside(pixels.width, pixels.height, THUMBNAIL_SIDE_MAX), fit: 'fill' })
    .jpeg({ quality: 75 })
    .toBuffer()

async function glanceOf(pixels: Pixels): Promise<Buffer> {
  const little = await shrink(from(pixels), fitInside(pixels.width, pixels.height, GLANCE_DETAIL_SIDE), GLANCE_BLUR_SIGMA)
  return from(little)
    .resize({ ...fitInside(pixels.width, pixels.height, THUMBNAIL_SIDE_MAX), fit: 'fill', kernel: 'cubic' })
    .jpeg({ quality: 70 })
    .toBuffer()
}

/** What is laid over the area: a handful of blurred mean colours as blocks. */
async function coverOf(pixels: Pixels, area: PixelRectangle): Promise<OverlayOptions> {
  const { left, top, width, height } = area
  const blocks = await shrink(from(pixels).extract(area), fitInside(width, height, mosaicBlocks(width, height)), MOSAIC_BLUR_SIGMA)
  const input = await from(blocks).resize({ width, height, fit: 'fill', kernel: 'nearest' }).raw().toBuffer()
  return { input, raw: { width, height, channels: 3 }, left, top }
}

/** Written out as bytes in between, so that no later step can reach the detail that was there. */
async function shrink(image: Sharp, size: { width: number; height: number }, blurSigma: number): Promise<Pixels> {
  const small = await image
    .resize({ ...size, fit: 'fill', kernel: 'mitchell' })
    .raw()
    .toBuffer()
  return {
    data: await from({ data: small, ...size })
      .blur(blurSigma)
      .raw()
      .toBuffer(),
    ...size
  }
}
