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

/** What went wrong with the photos picked last: files that could not be opened, or a phone that does not let WeChat at its camera. */
const none = { unreadableCount: 0, isRefused: false }
const trouble = observed(none)
export const usePhotoTrouble = () => useObserved(trouble)

/** Turning back is no refusal: WeChat says `cancel` then. */
const isRefusal = (message: string) => !/cancel/.test(message) && /auth|deny|denied|privacy|permission/.test(message)

/** WeChat's own page of what this mini-program may use. */
export const openPhoneSettings = () => void Taro.openSetting().catch(() => undefined)

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
  } catch (error) {
    const { errMsg, message } = error as { errMsg?: string; message?: string }
    trouble.set({ unreadableCount: 0, isRefused: isRefusal(errMsg ?? message ?? '') })
    return []
  }
  const takenAt = new Date().toISOString()
  const paths = await Promise.all(chosen.tempFiles.map(file => compressed(file.tempFilePath)))
  return paths.map(path => ({ path, takenAt, isFromAlbum: source === 'album' }))
}

async function pick(source: 'camera' | 'album', countMax: number): Promise<TakenPhoto[]> {
  trouble.set(none)
  const picked = process.env.TARO_ENV === 'h5' ? await pickInBrowser(source, countMax) : await pickInWeChat(source, countMax)
  const readable = picked.filter(photo => photo !== undefined)
  if (readable.length < picked.length) trouble.set({ unreadableCount: picked.length - readable.length, isRefused: false })
  return readable
}

/** Opens the camera; undefined where the person turned back. On a desktop browser this is a file picker. */
export const takePhoto = async (): Promise<TakenPhoto | undefined> => (await pick('camera', 1))[0]

/** Opens the album; empty where the person turned back. */
export const choosePhotos = (countMax: number): Promise<TakenPhoto[]> => pick('album', countMax)
