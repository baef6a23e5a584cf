import Taro from '@tarojs/taro'

/** The text of a QR code, or undefined where the person turned back or there is no scanner (browsers). */
export async function scanCode(): Promise<string | undefined> {
  if (process.env.TARO_ENV === 'h5') return undefined
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
    return result
  } catch {
    return undefined
  }
}

export const hasScanner = process.env.TARO_ENV !== 'h5'
