import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { assertStorageKey } from '#server/storage/storage'
import type { Storage } from '#server/storage/storage'

export interface S3Settings {
  /** The bucket's own address, in either style: `https://photos-1250000000.cos.ap-guangzhou.myqcloud.com`, `https://minio.example/photos`. */
  bucketUrl: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** For temporary credentials. */
  sessionToken?: string
  /** What a signature is dated by; the service refuses one that differs from its own clock by more than 15 minutes. */
  now: () => Date
}

/** Tries after the first where the service answers 429 or 5xx; each waits longer, together less than half a second. */
const RETRIES = 3
const ANSWER_MS_MAX = 30_000

/** Keeps bytes in an S3-compatible bucket (COS, OSS, MinIO, S3), requests signed with Signature Version 4. */
export function s3Storage({ bucketUrl, now, ...credentials }: S3Settings): Storage {
  const client = new AwsClient({ ...credentials, service: 's3', retries: RETRIES })
  const request = async (method: string, key: string, bytes?: Uint8Array): Promise<Response> => {
    assertStorageKey(key)
    // The digest of the body is signed too, so that a changed upload is refused by the service.
    const digest = createHash('sha256').update(bytes ?? '')
    const response = await client.fetch(`${bucketUrl.replace(/(?<!\/)\/+$/, '')}/${key}`, {
      method,
      headers: { 'x-amz-content-sha256': digest.digest('hex') },
      body: bytes as BodyInit | undefined,
      aws: {
        datetime: now()
          .toISOString()
          .replace(/[:-]|\.\d{3}/g, '')
      },
      signal: AbortSignal.timeout(ANSWER_MS_MAX)
    })
    if (response.ok || response.status === 404) return response
    await finish(response)
    // The answer's body may name keys and accounts: it stays out of the message.
    throw new Error(`The object storage answered ${method} with ${response.status}.`)
  }
  return {
    async put(key, bytes) {
      const response = await request('PUT', key, bytes)
      await finish(response)
      if (!response.ok) throw new Error('The object storage knows no such bucket.')
    },
    async read(key) {
      const response = await request('GET', key)
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : finish(response)
    },
    async open(key) {
      const response = await request('GET', key)
      if (!response.ok || !response.body) return finish(response)
      return { stream: Readable.fromWeb(response.body as ReadableStream), size: Number(response.headers.get('content-length')) }
    },
    async remove(key) {
      await finish(await request('DELETE', key))
    }
  }
}

/** An unread body would hold its connection. */
async function finish(response: Response): Promise<undefined> {
  await response.body?.cancel()
}
