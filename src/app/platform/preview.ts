import Taro from '@tarojs/taro'
import { previewInBrowser } from '#app/platform/preview-browser'

/** Shows photos full screen, starting with `index`. */
export function previewPhotos(addresses: readonly string[], index = 0) {
  if (process.env.TARO_ENV === 'h5') previewInBrowser(addresses, index)
  else void Taro.previewImage({ urls: [...addresses], current: addresses[index] })
}
