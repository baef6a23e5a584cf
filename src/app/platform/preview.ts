import Taro from '@tarojs/taro'
import type { Previewed } from '#app/platform/preview-browser'

/** Shows photos full screen, starting with `index`. WeChat's own viewer counts them, and has no place for what they show. */
export function previewPhotos(photos: readonly Previewed[], index = 0) {
  // Fetched with the first look: the first page does without it.
  if (process.env.TARO_ENV === 'h5') void import('#app/platform/preview-browser').then(viewer => viewer.previewInBrowser(photos, index))
  else void Taro.previewImage({ urls: photos.map(({ url }) => url), current: photos[index]?.url })
}
