import sharp from 'sharp'

let small: Promise<Buffer> | undefined

/** A real JPEG of about a kilobyte with something in it, encoded once. */
export const smallPhoto = (): Promise<Buffer> =>
  (small ??= sharp({
    create: { width: 32, height: 24, channels: 3, background: '#7a8f6b', noise: { type: 'gaussian', mean: 128, sigma: 50 } }
  })
    .jpeg()
    .toBuffer())

/** EXIF with a place, and XMP that says the same: what phones write. */
export async function photoWithPlace(): Promise<Buffer> {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="30,15.5N" exif:GPSLongitude="120,9.25E"/></rdf:RDF></x:xmpmeta>`
  return sharp(await smallPhoto())
    .withExif({
      IFD0: { Make: 'Phone', Model: 'Pocket 9', Software: 'secret-serial-77' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 9/1 15/1' }
    })
    .withXmp(xmp)
    .jpeg()
    .toBuffer()
}
