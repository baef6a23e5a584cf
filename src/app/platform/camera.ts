import Taro from '@tarojs/taro'
import { pickInBrowser } from '#app/platform/camera-browser'
import { observed, useObserved } from '#app/platform/observed'

export interface TakenPhoto {
  /** Usable in a picture and for `uploadPhoto`, as long as the app runs; `photo-vault` keeps it longer. */
  path: string
  /** When the shutter was pressed; of an album photo only when it was chosen, because phones strip the rest. */
  takenAt: string
  isFromAlbum: boolean
}

const QUALITY_PERCENT = 80

async function compressed(path: string) {
  try {
    return (await Taro.compressImage({ src: path, quality: QUALITY_PERCENT, compressedWidth: 1600 })).tempFilePath
  } catch {
    return path
  }
}

async function pickInWeChat(source: 'camera' | 'album', countMax: number): Promise<TakenPhoto[]> {
  let chosen: Taro.chooseMedia.SuccessCallbackResult
  try {
    chosen = await Taro.chooseMedia({ count: countMax, mediaType: ['image'], sourceType: [source], sizeType: ['compressed'] })
  } catch {
    return []
  }
  const takenAt = new Date().toISOString()
  const paths = await Promise.all(chosen.tempFiles.map(file => compressed(file.tempFilePath)))
  return paths.map(path => ({ path, takenAt, isFromAlbum: source === 'album' }))
}

/** How many of the photos that were picked last could not be opened. */
const unreadable = observed(0)
export const useUnreadablePhotos = () => useObserved(unreadable)

async function pick(source: 'camera' | 'album', countMax: number): Promise<TakenPhoto[]> {
  unreadable.set(0)
  const picked = process.env.TARO_ENV === 'h5' ? await pickInBrowser(source, countMax) : await pickInWeChat(source, countMax)
  const readable = picked.filter(photo => photo !== undefined)
  unreadable.set(picked.length - readable.length)
  return readable
}

/** Opens the camera; undefined where the person turned back. On a desktop browser this is a file picker. */
export const takePhoto = async (): Promise<TakenPhoto | undefined> => (await pick('camera', 1))[0]

/** Opens the album; empty where the person turned back. */
export const choosePhotos = (countMax: number): Promise<TakenPhoto[]> => pick('album', countMax)
