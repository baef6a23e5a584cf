import fc from 'fast-check'
import { fitInside, formatOf, mosaicBlocks, pixelsOf, refusalOfHeader, refusalOfSize } from '#server/files/photo-rules'

describe('what may be a photo', () => {
  it('is neither empty nor larger than 20 MB', () => {
    expect(refusalOfSize(0)).toBe('not-an-image')
    expect(refusalOfSize(1)).toBeUndefined()
    expect(refusalOfSize(20 * 1024 * 1024)).toBeUndefined()
    expect(refusalOfSize(20 * 1024 * 1024 + 1)).toBe('file-too-large')
  })

  it('is a JPEG, PNG or WebP and nothing else', () => {
    expect(['image/jpeg', 'image/png', 'image/webp'].map(formatOf)).toEqual(['jpeg', 'png', 'webp'])
    for (const other of ['image/gif', 'image/svg+xml', 'image/heic', 'image/avif', 'image/tiff', 'application/pdf', undefined])
      expect(formatOf(other)).toBeUndefined()
  })

  it('has at most 40 megapixels, all frames counted', () => {
    expect(refusalOfHeader({ format: 'jpeg', width: 8000, height: 5000 }, 'jpeg')).toBeUndefined()
    expect(refusalOfHeader({ format: 'jpeg', width: 8000, height: 5001 }, 'jpeg')).toBe('file-too-large')
    expect(refusalOfHeader({ format: 'webp', width: 1000, height: 1000, pages: 40 }, 'webp')).toBeUndefined()
    expect(refusalOfHeader({ format: 'webp', width: 1000, height: 1000, pages: 41 }, 'webp')).toBe('file-too-large')
  })

  it('is what its first bytes say to the decoder too, and has a size', () => {
    expect(refusalOfHeader({ format: 'svg', width: 10, height: 10 }, 'png')).toBe('not-an-image')
    expect(refusalOfHeader({ format: 'png', width: 0, height: 10 }, 'png')).toBe('not-an-image')
    expect(refusalOfHeader({}, 'png')).toBe('not-an-image')
  })
})

describe('rectangles and sizes', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const side = fc.integer({ min: 1, max: 1600 })

  it('a rectangle in pixels covers all its shares say and stays in the picture', () => {
    fc.assert(
      fc.property(share, share, share, share, side, side, (left, top, width, height, pictureWidth, pictureHeight) => {
        const pixels = pixelsOf({ left, top, width, height }, pictureWidth, pictureHeight)
        if (!pixels) return
        expect(pixels.left).toBeLessThanOrEqual(left * pictureWidth)
        expect(pixels.left + pixels.width).toBeGreaterThanOrEqual(Math.min(pictureWidth, (left + width) * pictureWidth))
        expect(pixels.top + pixels.height).toBeGreaterThanOrEqual(Math.min(pictureHeight, (top + height) * pictureHeight))
        expect(pixels.left + pixels.width).toBeLessThanOrEqual(pictureWidth)
        expect(pixels.top + pixels.height).toBeLessThanOrEqual(pictureHeight)
      })
    )
  })

  it('a rectangle beside the picture or without extent covers nothing', () => {
    expect(pixelsOf({ left: 1, top: 0, width: 0.5, height: 0.5 }, 100, 100)).toBeUndefined()
    expect(pixelsOf({ left: 0.5, top: 0.5, width: 0, height: 0.1 }, 100, 100)).toBeUndefined()
  })

  it('a picture is made smaller, never larger, and never vanishes', () => {
    expect(fitInside(4000, 3000, 1600)).toEqual({ width: 1600, height: 1200 })
    expect(fitInside(200, 100, 320)).toEqual({ width: 200, height: 100 })
    expect(fitInside(40000, 2, 320)).toEqual({ width: 320, height: 1 })
  })

  it('a mosaic has at most six blocks and none smaller than eight pixels', () => {
    expect(mosaicBlocks(1600, 900)).toBe(6)
    expect(mosaicBlocks(20, 30)).toBe(3)
    expect(mosaicBlocks(5, 3)).toBe(1)
  })
})
