import Taro from '@tarojs/taro'

function saveInBrowser(name: string, content: string | Uint8Array, type: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Hands a file to the person, text or bytes: a download in the browser, a file to send to oneself in WeChat. */
export async function saveDocument(name: string, content: string | Uint8Array, type = 'application/json') {
  if (process.env.TARO_ENV === 'h5') {
    saveInBrowser(name, content, type)
    return
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  if (typeof content === 'string') Taro.getFileSystemManager().writeFileSync(filePath, content, 'utf8')
  else Taro.getFileSystemManager().writeFileSync(filePath, content.slice().buffer)
  await Taro.shareFileMessage({ filePath, fileName: name })
}
