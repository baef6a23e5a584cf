import { FILE_BYTES_MAX, FILE_PIXELS_MAX } from '#contract/files'

/** Why a picture is not taken; both are codes of `contract/refusals.ts`. */
export type PhotoRefusalCode = 'not-an-image' | 'file-too-large'

/** The formats whose decoders we trust with bytes from strangers. */
export const photoFormats = ['jpeg', 'png', 'webp'] as const
export type PhotoFormat = (typeof photoFormats)[number]

const formatsByMediaType = new Map<string, PhotoFormat>(photoFormats.map(format => [`image/${format}`, format]))

/** What a picture's header claims, before anything is decoded. `pages` counts the frames of an animation. */
export interface PhotoHeader {
  format?: string
  width?: number
  height?: number
  pages?: number
}

/** A part of a picture, in shares of its width and height, 0–1. */
export interface ShareRectangle {
  left: number
  top: number
  width: number
  height: number
}

/** A part of a picture in whole pixels. */
export interface PixelRectangle {
  left: number
  top: number
  width: number
  height: number
}

/** The refusal that the size alone deserves. */
export function refusalOfSize(byteCount: number): PhotoRefusalCode | undefined {
  if (byteCount === 0) return 'not-an-image'
  return byteCount > FILE_BYTES_MAX ? 'file-too-large' : undefined
}

/** The format a media type sniffed from the bytes stands for; undefined for everything we do not decode. */
export const formatOf = (mediaType: string | undefined): PhotoFormat | undefined => formatsByMediaType.get(mediaType ?? '')

/** The refusal a header deserves. All frames count, because a decoder may be made to hold them all. */
export function refusalOfHeader(header: PhotoHeader, sniffed: PhotoFormat): PhotoRefusalCode | undefined {
  const { format, width = 0, height = 0, pages = 1 } = header
  if (format !== sniffed || width < 1 || height < 1) return 'not-an-image'
  return width * height * pages > FILE_PIXELS_MAX ? 'file-too-large' : undefined
}

/** The whole pixels that hold a rectangle, never fewer than it covers; undefined where it covers nothing of the picture. */
export function pixelsOf(rectangle: ShareRectangle, width: number, height: number): PixelRectangle | undefined {
  const left = Math.max(0, Math.floor(rectangle.left * width))
  const top = Math.max(0, Math.floor(rectangle.top * height))
  const right = Math.min(width, Math.ceil((rectangle.left + rectangle.width) * width))
  const bottom = Math.min(height, Math.ceil((rectangle.top + rectangle.height) * height))
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : undefined
}

/** A covered rectangle keeps this many mean colours along its longer side; type and faces cannot be reckoned back from them. */
const MOSAIC_BLOCKS_MAX = 6
/** A small rectangle keeps fewer, or its blocks would be the detail itself. */
const MOSAIC_BLOCK_PIXELS_MIN = 8

/** How many blocks stand along the longer side of a covered rectangle. */
export const mosaicBlocks = (width: number, height: number): number =>
  Math.min(MOSAIC_BLOCKS_MAX, Math.max(1, Math.floor(Math.max(width, height) / MOSAIC_BLOCK_PIXELS_MIN)))

/** Sides scaled so that the longer one is at most `sideMax`; never enlarged, never less than a pixel. */
export function fitInside(width: number, height: number, sideMax: number): { width: number; height: number } {
  const scale = Math.min(1, sideMax / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
