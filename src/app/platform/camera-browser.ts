import type { TakenPhoto } from '#app/platform/camera'

const PHOTO_SIDE_PIXELS_MAX = 1600
const JPEG_QUALITY = 0.85

/** At most 1600 px on the long side, upright, without metadata; undefined where the browser cannot open it (HEIC, a broken file). */
async function downscaled(file: File): Promise<Blob | undefined> {
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return undefined
  }
  const scale = Math.min(1, PHOTO_SIDE_PIXELS_MAX / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? file), 'image/jpeg', JPEG_QUALITY))
}

function askForFiles(source: 'camera' | 'album', countMax: number): Promise<File[]> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = countMax > 1
    input.hidden = true
    if (source === 'camera') input.setAttribute('capture', 'environment')
    const finish = () => {
      input.remove()
      resolve([...(input.files ?? [])].slice(0, countMax))
    }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    document.body.append(input)
    input.click()
  })
}

/** Below this age a file picked through the camera button was just taken; above, it came from the disk. */
const FRESH_MILLISECONDS = 60_000

/** Photos as picked, undefined in the place of each that cannot be opened: whoever picked it hears so at once, not when it is sent. */
export async function pickInBrowser(source: 'camera' | 'album', countMax: number): Promise<(TakenPhoto | undefined)[]> {
  const files = await askForFiles(source, countMax)
  const chosenAt = Date.now()
  return Promise.all(
    files.map(async file => {
      const picture = await downscaled(file)
      return (
        picture && {
          path: URL.createObjectURL(picture),
          takenAt: new Date(chosenAt).toISOString(),
          isFromAlbum: source === 'album' || chosenAt - file.lastModified > FRESH_MILLISECONDS
        }
      )
    })
  )
}
