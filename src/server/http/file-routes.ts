import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { UploadedFile } from '#contract/files'
import { POLICY_VERSION } from '#contract/people'
import { businessDateOf } from '#server/business-date'
import { FILE_KEYS } from '#server/files/file-addresses'
import { keyOf, noteView, ownerOf } from '#server/files/file-store'
import { keepPhoto } from '#server/files/keep-photo'
import { countUploads, refuseTooManyFiles } from '#server/files/upload-bounds'
import { checkAddress } from '#server/files/signed-address'
import { identify } from '#server/http/identify'
import type { Caller } from '#server/operation'
import type { Product } from '#server/product'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { refuse, refuseInput } from '#server/refusal'

/** An address lives an hour or so, and so may the picture behind it in a browser. */
const CACHE_SECONDS = 3600

/** Somebody other than its owner looked at an original: that is noted, and the picture waits for the note. */
async function noteLook({ database }: Product, fileId: string, viewer: string | undefined, now: Date): Promise<void> {
  if (!viewer || viewer === (await ownerOf(database.reading, fileId))) return
  await database.write(writing => noteView(writing, { fileId, personId: viewer, businessDate: businessDateOf(now), firstAt: now }))
}

/** Whoever works on the bank of questions may upload tables and texts too; from everybody else only pictures are taken. */
async function keep(product: Product, { bytes, caller, now }: { bytes: Uint8Array; caller: Caller; now: Date }): Promise<UploadedFile> {
  const upload = { bytes, ownerId: caller.personId, now }
  if (!worksOnBank(caller, await product.city.read())) return keepPhoto(product, upload)
  const { keepDocument, mediaTypeOf } = await import('#server/files/keep-document')
  const mediaType = await mediaTypeOf(bytes)
  return mediaType?.startsWith('image/') ? keepPhoto(product, upload) : keepDocument(product, { ...upload, mediaType })
}

async function bytesOf(request: FastifyRequest): Promise<Uint8Array> {
  if (!request.isMultipart()) return refuseInput('file', 'multipart/form-data with one field `file`')
  const part = await request.file()
  if (!part || part.fieldname !== 'file') return refuseInput('file', 'multipart/form-data with one field `file`')
  return part.toBuffer()
}

/** Who may send is asked before a byte of the body is read: a person who has agreed to it, and not without end. */
function addUpload(server: FastifyInstance, product: Product): void {
  const uploads = countUploads()
  server.post('/api/files', async request => {
    const now = product.now()
    const caller = (await identify(request, product, now)) ?? refuse('not-signed-in')
    const isStaff = caller.grants.length > 0
    if (!isStaff && caller.consentedPolicy !== POLICY_VERSION) refuse('consent-needed')
    const leave = uploads.enter(caller.personId)
    try {
      await refuseTooManyFiles(product.database.reading, { personId: caller.personId, isStaff, now })
      return await keep(product, { bytes: await bytesOf(request), caller, now })
    } finally {
      leave()
    }
  })
}

/** Uploads go up by multipart, pictures come down by signed addresses: an image tag cannot send headers. */
export function addFileRoutes(server: FastifyInstance, product: Product): void {
  addUpload(server, product)
  server.get<{ Params: { fileId: string; variant: string } }>('/files/:fileId/:variant', async (request, reply) => {
    const now = product.now()
    const address = checkAddress(request.url, product.sessions.keysFor(FILE_KEYS), now) ?? refuse('not-found')
    const found = (await product.storage.open(keyOf(address.fileId, address.variant))) ?? refuse('not-found')
    if (address.variant === 'photo') await noteLook(product, address.fileId, address.viewer, now)
    return (
      reply
        .header('content-type', 'image/jpeg')
        .header('content-length', found.size)
        .header('cache-control', `private, max-age=${CACHE_SECONDS}, immutable`)
        .header('x-content-type-options', 'nosniff')
        // The view of a mini-program is another origin than the server; the address itself is signed.
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(found.stream)
    )
  })
}
