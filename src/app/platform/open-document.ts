import Taro from '@tarojs/taro'
import { deployment } from '#app/platform/deployment'
import { Offline } from '#app/platform/refused'

const OK_STATUS = 200

const whole = (address: string) => (/^https?:/.test(address) ? address : `${deployment.apiBase}${address}`)

function openInBrowser(address: string) {
  const link = document.createElement('a')
  link.href = whole(address)
  link.target = '_blank'
  link.rel = 'noopener'
  link.click()
}

/** Opens a document the server made, by its short-lived address: a download in the browser, WeChat's viewer in the phone. Throws `Offline`. */
export async function openDocument(address: string, fileType: 'pdf' | 'xlsx') {
  if (process.env.TARO_ENV === 'h5') return openInBrowser(address)
  try {
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url: whole(address) })
    if (statusCode !== OK_STATUS) throw new Offline()
    await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true })
  } catch {
    throw new Offline()
  }
}
