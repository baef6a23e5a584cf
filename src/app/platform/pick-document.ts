import Taro from '@tarojs/taro'

export interface PickedDocument {
  name: string
  /** Where it lies until it is sent; goes into `uploadDocument`. */
  path: string
}

function pickInBrowser(extensions: readonly string[]): Promise<PickedDocument | undefined> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = extensions.map(extension => `.${extension}`).join(',')
    input.hidden = true
    const finish = () => {
      const file = input.files?.[0]
      input.remove()
      resolve(file && { name: file.name, path: URL.createObjectURL(file) })
    }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    document.body.append(input)
    input.click()
  })
}

async function pickInWeChat(extensions: readonly string[]): Promise<PickedDocument | undefined> {
  const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] })
  const [file] = tempFiles
  return file && { name: file.name, path: file.path }
}

/** One file of this computer, or in WeChat one out of a chat; undefined where the person turned back. */
export async function pickDocument(extensions: readonly string[]): Promise<PickedDocument | undefined> {
  if (process.env.TARO_ENV === 'h5') return pickInBrowser(extensions)
  return pickInWeChat(extensions).catch(() => undefined)
}
