import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { diskStorage } from '#server/storage/disk-storage'
import { s3Storage } from '#server/storage/s3-storage'
import { isStorageKey } from '#server/storage/storage'
import type { Storage } from '#server/storage/storage'

const ACCESS_KEY = 'AKIDEXAMPLE'
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const NOW = new Date('2026-11-23T01:00:00Z')
const REGION = 'ap-guangzhou'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** A bucket that believes nobody: checks each Signature Version 4 as the documentation reckons it, apart from any library. */
class Bucket {
  readonly objects = new Map<string, Buffer>()
  /** How many of the next requests are answered with 503. */
  busyCount = 0
  readonly server: Server = createServer((request, response) => void this.answer(request, response))

  async listen(): Promise<string> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/photos`
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const status = this.busyCount-- > 0 ? 503 : this.faultOf(request, body)
    const key = request.url!.replace('/photos/', '')
    const stored = this.objects.get(key)
    const reply = (code: number, data: Buffer = Buffer.from('<Error/>')) =>
      void response.writeHead(code, code === 204 ? {} : { 'content-length': data.length }).end(code === 204 ? undefined : data)
    if (status) return reply(status)
    if (request.method === 'GET') return stored ? reply(200, stored) : reply(404)
    if (request.method === 'DELETE') return reply(this.objects.delete(key) ? 204 : 404)
    this.objects.set(key, body)
    reply(200, Buffer.alloc(0))
  }

  /** 0 where the request is signed by the right key, fresh, and carries the body that was signed. */
  private faultOf({ method, url, headers }: IncomingMessage, body: Buffer): number {
    const date = String(headers['x-amz-date'])
    const scope = `${date.slice(0, 8)}/${REGION}/s3/aws4_request`
    const pattern = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/
    const [, credential, signed = '', signature] = pattern.exec(headers.authorization ?? '') ?? []
    const age = NOW.getTime() - Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
    if (credential !== `${ACCESS_KEY}/${scope}` || !(Math.abs(age) < 900_000)) return 403
    if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every(name => signed.split(';').includes(name))) return 403
    if (headers['x-amz-content-sha256'] !== sha256(body) || (method === 'PUT' && headers['content-length'] !== String(body.length)))
      return 400
    const names = signed.split(';').map(name => `${name}:${String(headers[name]).trim()}\n`)
    const canonical = [method, url, '', names.join(''), signed, sha256(body)].join('\n')
    const key = [date.slice(0, 8), REGION, 's3', 'aws4_request'].reduce<Buffer>(
      (made, part) => hmac(made, part),
      Buffer.from(`AWS4${SECRET}`)
    )
    return hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex') === signature ? 0 : 403
  }
}

const settings = { now: () => NOW, region: REGION, accessKeyId: ACCESS_KEY, secretAccessKey: SECRET }
const bucket = new Bucket()
let bucketUrl = ''
let folder = ''

beforeAll(async () => {
  bucketUrl = await bucket.listen()
  folder = await mkdtemp(join(tmpdir(), 'storage-'))
})
afterAll(async () => {
  bucket.server.closeAllConnections()
  await new Promise(resolve => bucket.server.close(resolve))
  await rm(folder, { recursive: true })
})

const photo = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 31) % 251))

describe.each<[string, () => Storage]>([
  ['on the disk', () => diskStorage(folder)],
  ['in a bucket', () => s3Storage({ ...settings, bucketUrl })]
])('storage %s', (_, make) => {
  it('gives back what was put, whole and as a stream', async () => {
    const storage = make()
    await storage.put('photos/1/photo.jpg', photo)
    expect(Buffer.compare((await storage.read('photos/1/photo.jpg'))!, photo)).toBe(0)
    const opened = await storage.open('photos/1/photo.jpg')
    expect(opened?.size).toBe(photo.length)
    expect(Buffer.compare(await buffer(opened!.stream), photo)).toBe(0)
  })

  it('replaces what stood under the key, also by nothing at all', async () => {
    const storage = make()
    await storage.put('photos/2/photo.jpg', photo)
    await storage.put('photos/2/photo.jpg', new Uint8Array([1, 2]))
    expect([...(await storage.read('photos/2/photo.jpg'))!]).toEqual([1, 2])
    await storage.put('photos/2/photo.jpg', new Uint8Array())
    expect((await storage.read('photos/2/photo.jpg'))!.byteLength).toBe(0)
  })

  it('knows what is not there, and forgets what is removed', async () => {
    const storage = make()
    await storage.put('photos/3/photo.jpg', photo)
    await storage.remove('photos/3/photo.jpg')
    await storage.remove('photos/3/photo.jpg')
    expect(await storage.read('photos/3/photo.jpg')).toBeUndefined()
    expect(await storage.open('photos/3/photo.jpg')).toBeUndefined()
  })

  it('keeps keys apart that look alike', async () => {
    const storage = make()
    const keys = ['photos/4/a', 'photos/4-a', 'photos_4_a', 'photos/4/A', 'photos/4']
    await Promise.all(keys.map(key => storage.put(key, Buffer.from(key))))
    for (const key of keys) expect(Buffer.from((await storage.read(key))!).toString()).toBe(key)
  })

  it('never shows half of a write', async () => {
    const storage = make()
    const versions = [1, 2, 3, 4].map(value => Buffer.alloc(200_000, value))
    await storage.put('photos/5', versions[0]!)
    const writes = Promise.all(versions.map(version => storage.put('photos/5', version)))
    for (let round = 0; round < 10; round++) {
      const seen = Buffer.from((await storage.read('photos/5'))!)
      expect(versions.some(version => version.equals(seen))).toBe(true)
    }
    await writes
  })

  it('refuses keys that are paths to elsewhere', async () => {
    const storage = make()
    for (const key of [
      '',
      '/etc/passwd',
      '../up',
      'a/../../b',
      'a//b',
      '.hidden',
      'a/.b',
      'a\\b',
      'a\0b',
      'a b',
      'a?b',
      'a%2fb',
      'C:a',
      'a/',
      'ä',
      'x'.repeat(181)
    ]) {
      expect(isStorageKey(key)).toBe(false)
      await expect(storage.put(key, photo)).rejects.toThrow(RangeError)
      await expect(storage.read(key)).rejects.toThrow(RangeError)
      await expect(storage.open(key)).rejects.toThrow(RangeError)
      await expect(storage.remove(key)).rejects.toThrow(RangeError)
    }
  })
})

describe('storage on the disk', () => {
  it('leaves nothing behind of a write that failed, and the former bytes in place', async () => {
    const own = await mkdtemp(join(folder, 'own-'))
    const storage = diskStorage(own)
    await storage.put('photos/1', photo)
    await expect(storage.put('photos/1', 7 as unknown as Uint8Array)).rejects.toThrow('must be of type')
    expect(Buffer.compare((await storage.read('photos/1'))!, photo)).toBe(0)
    const files = (await readdir(own, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
    expect(files.map(({ name }) => name)).toEqual(['photos+1'])
  })
})

describe('storage in a bucket', () => {
  it('tries again while the service is busy, and says so when it stays busy', async () => {
    const storage = s3Storage({ ...settings, bucketUrl })
    bucket.busyCount = 2
    await storage.put('photos/6', photo)
    expect(bucket.objects.get('photos/6')?.equals(photo)).toBe(true)
    bucket.busyCount = 9
    await expect(storage.read('photos/6')).rejects.toThrow('answered GET with 503')
    bucket.busyCount = 0
  })

  it('does not take a refusal for something missing', async () => {
    const stranger = s3Storage({ ...settings, secretAccessKey: 'guessed', bucketUrl })
    const attempts = [stranger.put('photos/7', photo), stranger.read('photos/6'), stranger.open('photos/6'), stranger.remove('photos/6')]
    for (const attempt of await Promise.allSettled(attempts))
      expect(String(attempt.status === 'rejected' && attempt.reason)).toMatch('with 403')
    expect(bucket.objects.has('photos/7')).toBe(false)
  })

  it('signs the token of temporary credentials too', async () => {
    const storage = s3Storage({ ...settings, sessionToken: 'token', bucketUrl: `${bucketUrl}/` })
    await storage.put('photos/8', photo)
    expect(bucket.objects.has('photos/8')).toBe(true)
  })
})
