import fc from 'fast-check'
import { toGcj02, toWgs84 } from '#server/places/coordinates'
import { distanceMetres } from '#server/places/distance'
import type { Point } from '#contract/shapes'

const at = (longitude: number, latitude: number): Point => ({ longitude, latitude })

/** Published pairs, each with who published it. A metre and a half is what a pair rounded to five digits can promise. */
const pairs = [
  // Marked as a map service's own answer in the tests of an R package that compares formula and service.
  { name: '北京', wgs84: at(116.39089, 39.90734), gcj02: at(116.39713623, 39.90874539) },
  // README and tests of wandergis/coordtransform, repeated by hutool and others.
  { name: '北京, coordtransform', wgs84: at(116.404, 39.915), gcj02: at(116.41024449916938, 39.91640428150164) },
  // test/fixtures/china-cities.json of hujiulong/gcoord.
  { name: '郑州', wgs84: at(113.6192856, 34.7478004), gcj02: at(113.6253334, 34.7466173) },
  { name: '沈阳', wgs84: at(123.4253306, 41.8032629), gcj02: at(123.4314787, 41.8057023) },
  { name: '邵阳', wgs84: at(111.4622119, 27.242124), gcj02: at(111.4677938, 27.2388981) },
  { name: '泉州', wgs84: at(118.6711365, 24.8770487), gcj02: at(118.6756787, 24.8741363) },
  { name: '酒泉', wgs84: at(98.4937175, 39.7319946), gcj02: at(98.4943595, 39.7328234) },
  { name: '那曲', wgs84: at(92.0499619, 31.4784436), gcj02: at(92.0512438, 31.4762063) }
]
const TOLERANCE_METRES = 1.5

describe('GCJ-02 and WGS-84', () => {
  it.each(pairs)('agree with the published pair of $name within a metre and a half, both ways', ({ wgs84, gcj02 }) => {
    expect(distanceMetres(toGcj02(wgs84), gcj02)).toBeLessThan(TOLERANCE_METRES)
    expect(distanceMetres(toWgs84(gcj02), wgs84)).toBeLessThan(TOLERANCE_METRES)
  })

  it('lie hundreds of metres apart in a Chinese city: forgetting the conversion is no small thing', () => {
    for (const { wgs84 } of pairs) expect(distanceMetres(wgs84, toGcj02(wgs84))).toBeGreaterThan(100)
  })

  it('come back to where they were, within half a metre', () => {
    const inChina = fc.record({
      longitude: fc.double({ min: 75, max: 134, noNaN: true }),
      latitude: fc.double({ min: 18.5, max: 53, noNaN: true })
    })
    fc.assert(
      fc.property(inChina, point => {
        expect(distanceMetres(toWgs84(toGcj02(point)), point)).toBeLessThan(0.5)
      }),
      { numRuns: 2000 }
    )
  })

  it('are the same outside China', () => {
    expect(toGcj02(at(2.3522, 48.8566))).toEqual(at(2.3522, 48.8566))
    expect(toWgs84(at(2.3522, 48.8566))).toEqual(at(2.3522, 48.8566))
  })
})
