import Taro from '@tarojs/taro'

function saveInBrowser(name: string, text: string, type: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Hands a text file to the person: a download in the browser, a file to send to oneself in WeChat. */
export async function saveDocument(name: string, text: string, type = 'application/json') {
  if (process.env.TARO_ENV === 'h5') {
    saveInBrowser(name, text, type)
    return
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
  await Taro.shareFileMessage({ filePath, fileName: name })
}
