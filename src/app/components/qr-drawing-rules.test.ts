import jsQR from 'jsqr'
import sharp from 'sharp'
import { qrAddress, qrSvg } from '#app/components/qr-drawing-rules'

const CODE = 'TCS.0199aa11-5cfe-7b10-8d0c-2f0a77c1c001.i.1a2b3c.9f8e7d6c5b4a39281706f5e4'

async function read(svg: string) {
  const { data, info } = await sharp(Buffer.from(svg)).resize(480).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

test.each(['M', 'Q'] as const)('what is drawn with correction %s reads back as what was meant', async ecc => {
  expect(await read(qrSvg(CODE, ecc))).toBe(CODE)
})

test('the address carries the same picture, and nothing in it ends the address early', async () => {
  const address = qrAddress(CODE)
  expect(address).toMatch(/^data:image\/svg\+xml,[^#<>" ]+$/)
  expect(await read(decodeURIComponent(address.split(',')[1] ?? ''))).toBe(CODE)
})
