import { encode } from 'uqr'

/** Modules of quiet around the code, as ISO/IEC 18004 asks for. */
const QUIET_MODULES = 4

/** One path for all dark modules: each run in a row is one rectangle. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      let width = 1
      while (row[x + width]) width++
      path += `M${x} ${y}h${width}v1h-${width}z`
      x += width
    }
  })
  return path
}

/**
 * A QR code as an SVG picture. Always dark on light, also in dark mode: scanners look for that.
 * @param ecc how much may be lost: M (15 %) for screens, Q (25 %) for paper that is carried about
 */
export function qrSvg(text: string, ecc: 'M' | 'Q' = 'M'): string {
  const { data, size } = encode(text, { ecc, border: QUIET_MODULES })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="white"/><path fill="black" d="${pathOf(data)}"/></svg>`
}

/** The same as an address that both the browser's and WeChat's image take. */
export const qrAddress = (text: string, ecc?: 'M' | 'Q') => `data:image/svg+xml,${encodeURIComponent(qrSvg(text, ecc))}`
