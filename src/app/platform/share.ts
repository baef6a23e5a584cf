import Taro, { useShareAppMessage } from '@tarojs/taro'

export interface Shared {
  title: string
  path: string
  imageUrl?: string
}

/** What goes along when somebody forwards this page in WeChat. */
export function useShare(describe: () => Shared) {
  useShareAppMessage(describe)
}

export async function copyText(text: string) {
  if (process.env.TARO_ENV === 'h5') await navigator.clipboard.writeText(text)
  else await Taro.setClipboardData({ data: text })
}

/** The address of a page as the browser's bar would show it, for sending on. Browser only: in WeChat a page is forwarded. */
export const copyPageAddress = (path: string) => copyText(`${location.origin}${location.pathname}#${path}`)
