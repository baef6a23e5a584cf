import Taro from '@tarojs/taro'

/** The text of a QR code, or undefined where the person turned back or there is no scanner (browsers). */
export async function scanCode(): Promise<string | undefined> {
  if (process.env.TARO_ENV === 'h5') return undefined
  return scanInWeChat(false)
}

export const hasScanner = process.env.TARO_ENV !== 'h5'

// A browser that reads codes by itself; its camera is absent where the page was not reached over HTTPS.
const hasBrowserScanner = () => 'BarcodeDetector' in globalThis && (navigator.mediaDevices as MediaDevices | undefined) !== undefined

/** Whether `scanOnSite` can work here: always in WeChat, in browsers that read codes by themselves otherwise. */
export const canScanOnSite = () => (process.env.TARO_ENV === 'h5' ? hasBrowserScanner() : true)

/**
 * A code that stands in front of the camera now: pictures from the album are not taken, so that a forwarded photo of the code is no
 * use. Undefined where the person turned back or the camera does not open.
 */
export const scanOnSite = (): Promise<string | undefined> =>
  process.env.TARO_ENV === 'h5' ? import('#app/platform/scan-browser').then(scanner => scanner.scanInBrowser()) : scanInWeChat(true)

async function scanInWeChat(onlyFromCamera: boolean): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'], onlyFromCamera })
    return result
  } catch {
    return undefined
  }
}
