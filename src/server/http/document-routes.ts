import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { publicActivityStates } from '#contract/volunteering-states'
import { businessDateOf } from '#server/business-date'
import { writeCertificatePdf } from '#server/documents/certificate-pdf'
import { checkDocumentAddress, DOCUMENT_KEYS, type SignedDocument } from '#server/documents/document-address'
import { hoursSheets } from '#server/documents/hours-workbook'
import { shiftCalendar } from '#server/documents/shift-calendar'
import { shiftSheet } from '#server/documents/shift-workbook'
import { writeWorkbook } from '#server/documents/workbook'
import { ledgerDownload } from '#server/http/ledger-downloads'
import { questionDownload } from '#server/http/question-downloads'
import { waveDownload } from '#server/http/wave-downloads'
import type { Product } from '#server/product'
import { refuse } from '#server/refusal'
import { findShift } from '#server/volunteering/activities/activity-store'
import { printedNameOf, verifiedCertificate } from '#server/volunteering/certificates/verified-certificate'
import { listHoursExport, readShiftExport } from '#server/volunteering/hours/export-store'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Download {
  bytes: Buffer
  type: string
  /** What a browser calls the file; ASCII, since not every one reads the other spelling. */
  fileName: string
}

/** Drawing a page takes a third of a second of this one process, and the same certificate is the same page. */
const PAGES_REMEMBERED = 200
const pages = new LRUCache<string, Buffer>({ max: PAGES_REMEMBERED })

/** The address people reach this server at; without a setting, the one this request came to, as on a newcomer's machine. */
export const publicAddressOf = (request: FastifyRequest, { settings }: Product) =>
  (settings.PUBLIC_URL ?? `${request.protocol}://${request.host}`).replace(/\/$/, '')

async function certificate(product: Product, asked: SignedDocument, code: string, publicAddress: string): Promise<Download> {
  const found = (await verifiedCertificate(product.database.reading, product.certificateKeys, code)) ?? refuse('not-found')
  // Whoever deleted their account has let go of it; what does not match its signature is not printed at all.
  if (found.row.personId !== asked.viewerId || !found.isAuthentic) refuse('not-found')
  const verifyUrl = `${publicAddress}/verify/${found.row.code}`
  const isDemo = product.settings.IDENTITY === 'demo'
  const key = `${found.row.signature} ${printedNameOf(found)} ${found.certificate.state} ${verifyUrl} ${isDemo}`
  const bytes =
    pages.get(key) ??
    (await writeCertificatePdf({ ...found.certificate, name: printedNameOf(found), issuedAt: found.row.issuedAt, verifyUrl, isDemo }))
  pages.set(key, bytes)
  return { bytes, type: 'application/pdf', fileName: `${found.row.code}.pdf` }
}

async function shiftRoster({ database }: Product, shiftId: string, now: Date): Promise<Download> {
  const shift = (await readShiftExport(database.reading, shiftId)) ?? refuse('not-found')
  return {
    bytes: await writeWorkbook([shiftSheet(shift)], now),
    type: XLSX,
    fileName: `shift-${businessDateOf(shift.startsAt)}-${shiftId.slice(-8)}.xlsx`
  }
}

async function hours(product: Product, asked: SignedDocument, from: string, to: string, now: Date): Promise<Download> {
  const areaIds = (asked.facts.areas ?? '').split(',')
  const lines = await listHoursExport(product.database.reading, { from, to, areaIds })
  const { places } = await product.city.read()
  const areaNames = areaIds.flatMap(areaId => places.areaOf(areaId)?.name ?? [])
  const bytes = await writeWorkbook(hoursSheets({ from, to, areaNames, lines }), now)
  return { bytes, type: XLSX, fileName: `hours-${from}-${to}.xlsx` }
}

async function download(product: Product, asked: SignedDocument, publicAddress: string, now: Date): Promise<Download> {
  const [, code] = /^certificate\/(TC-[\w-]+)\.pdf$/.exec(asked.name) ?? []
  if (code) return certificate(product, asked, code, publicAddress)
  const [, shiftId] = /^shift\/([\w.:-]+)\.xlsx$/.exec(asked.name) ?? []
  if (shiftId) return shiftRoster(product, shiftId, now)
  const [, from, to] = /^hours\/([\d-]+)_([\d-]+)\.xlsx$/.exec(asked.name) ?? []
  if (from && to) return hours(product, asked, from, to, now)
  const ledger = await ledgerDownload(product, asked, now)
  if (ledger) return ledger
  return (await questionDownload(product, asked, now)) ?? (await waveDownload(product, asked, now)) ?? refuse('not-found')
}

const send = (reply: FastifyReply, { bytes, type, fileName }: Download, disposition: 'attachment' | 'inline') =>
  reply
    .header('content-type', type)
    .header('content-disposition', `${disposition}; filename="${fileName}"`)
    .header('cache-control', 'private, no-store')
    .send(bytes)

/** A shift anybody may put into a calendar: times and place only, nobody's name. */
async function calendar({ database, city }: Product, shiftId: string): Promise<Download> {
  const { shift, activity } = (await findShift(database.reading, shiftId)) ?? refuse('not-found')
  if (!(publicActivityStates as readonly string[]).includes(activity.state)) refuse('not-found')
  const community = (await city.read()).places.areaOf(activity.communityId)?.name ?? ''
  const text = shiftCalendar({
    ...{ shiftId, title: activity.title, startsAt: shift.startsAt, endsAt: shift.endsAt },
    ...{ longitude: activity.longitude, latitude: activity.latitude },
    publishedAt: activity.publishedAt ?? activity.createdAt,
    isCancelled: shift.isCancelled || activity.state === 'cancelled',
    timesChangedAt: shift.timesChangedAt,
    place: [community, activity.meetingPlace].filter(Boolean).join(' '),
    description: [activity.bring && `请带：${activity.bring}`, `注意：${activity.riskNote}`].filter(Boolean).join('\n')
  })
  return { bytes: Buffer.from(text), type: 'text/calendar; charset=utf-8', fileName: `shift-${shiftId}.ics` }
}

/** Papers to keep: certificates and exports by signed addresses, a calendar file for everybody. */
export function addDocumentRoutes(server: FastifyInstance, product: Product): void {
  server.get('/documents/*', async (request, reply) => {
    const now = product.now()
    const asked = checkDocumentAddress(request.url, product.sessions.keysFor(DOCUMENT_KEYS), now) ?? refuse('not-found')
    const file = await download(product, asked, publicAddressOf(request, product), now)
    return send(reply, file, file.type === 'application/pdf' ? 'inline' : 'attachment')
  })
  server.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const [, shiftId] = /^([\w.:-]{1,64})\.ics$/.exec(request.params.file) ?? []
    return send(reply, await calendar(product, shiftId ?? refuse('not-found')), 'attachment')
  })
}
