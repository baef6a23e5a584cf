import Taro from '@tarojs/taro'
import type { UploadedFile } from '#contract/files'
import { deployment } from '#app/platform/deployment'
import { Offline, refusedFrom } from '#app/platform/refused'
import { readToken } from '#app/platform/token'

const TIMEOUT_MILLISECONDS = 60_000
const FIRST_GATEWAY_STATUS = 502

interface Reply {
  status: number
  text: string
}

const address = () => `${deployment.apiBase}/api/files`

const authorization = (): Record<string, string> => {
  const token = readToken()
  return token ? { authorization: `Bearer ${token}` } : {}
}

async function sendFromBrowser(path: string, name: string): Promise<Reply> {
  const form = new FormData()
  form.append('file', await (await fetch(path)).blob(), name)
  const response = await fetch(address(), {
    method: 'POST',
    body: form,
    headers: authorization(),
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS)
  })
  return { status: response.status, text: await response.text() }
}

async function sendFromWeChat(path: string, name: string): Promise<Reply> {
  const answer = await Taro.uploadFile({
    url: address(),
    filePath: path,
    name: 'file',
    fileName: name,
    header: authorization(),
    timeout: TIMEOUT_MILLISECONDS
  })
  return { status: answer.statusCode, text: answer.data }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function upload(path: string, name: string): Promise<string> {
  let reply: Reply
  try {
    reply = await (process.env.TARO_ENV === 'h5' ? sendFromBrowser(path, name) : sendFromWeChat(path, name))
  } catch {
    throw new Offline()
  }
  if (reply.status === 0 || reply.status >= FIRST_GATEWAY_STATUS) throw new Offline()
  const body = parsed(reply.text)
  if (reply.status !== 200) throw refusedFrom(reply.status, body)
  return (body as UploadedFile).fileId
}

/** Sends a photo up; its `fileId` goes into `photoIds`. Throws `Refused` (not an image, too large) or `Offline`. */
export const uploadPhoto = (path: string): Promise<string> => upload(path, 'photo.jpg')

/** Sends a table or text up, for editors of the bank alone. Throws `Refused` (`not-a-document`, `not-utf-8`, `document-too-large`) or `Offline`. */
export const uploadDocument = (path: string): Promise<string> => upload(path, 'document')
