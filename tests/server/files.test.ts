import { eq } from 'drizzle-orm'
import ExifReader from 'exifreader'
import type { FastifyInstance } from 'fastify'
import { reports } from '#contract/reports'
import { fileViews } from '#server/files/files-tables'
import { refusalOf, type Actor } from '#world/actor'
import { photoWithPlace, smallPhoto } from '#world/photos'
import { bring, type Crew, crewOf, follow, move, submit } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let server: FastifyInstance
let crew: Crew
beforeAll(async () => {
  world = await openWorld({ storesOnDisk: true })
  server = await world.serve()
  crew = await crewOf(world)
}, 60_000)
afterAll(() => world.close())

async function upload(actor: Actor | undefined, bytes: Buffer, field = 'file') {
  const form = new FormData()
  form.append(field, new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg')
  const encoded = new Response(form)
  const response = await server.inject({
    method: 'POST',
    url: '/api/files',
    headers: { 'content-type': encoded.headers.get('content-type') ?? '', ...(actor && { authorization: `Bearer ${actor.token}` }) },
    payload: Buffer.from(await encoded.arrayBuffer())
  })
  return { status: response.statusCode, ...response.json<{ fileId: string; code?: string; width?: number }>() }
}
const fetchPicture = (url: string) => server.inject({ url })

test('a JPEG with a place in EXIF and XMP comes back through its signed address with neither', async () => {
  const resident = await world.newcomer()
  const original = await photoWithPlace()
  const told = ExifReader.load(original, { expanded: true })
  expect([told.exif?.GPSLatitude !== undefined, told.xmp !== undefined]).toEqual([true, true])
  const { fileId } = await upload(resident, original)
  const report = await submit(world, { reporter: resident, photoIds: [fileId] })
  const [photo] = (await resident.ask(reports.getReport)({ reportId: report.reportId })).photos
  for (const url of [photo!.url, photo!.thumbnailUrl]) {
    const { rawPayload, headers, statusCode } = await fetchPicture(url)
    expect([statusCode, headers['content-type']]).toEqual([200, 'image/jpeg'])
    const left = ExifReader.load(rawPayload, { expanded: true })
    expect([left.exif, left.xmp, left.gps, left.iptc, left.icc]).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(rawPayload.toString('latin1')).not.toMatch(/GPS|secret-serial|Pocket 9/)
  }
})

test('what is no picture, is empty, too large or sent by nobody is refused by name', async () => {
  const resident = await world.newcomer()
  expect(await upload(resident, Buffer.alloc(0))).toMatchObject({ status: 415, code: 'not-an-image' })
  expect(await upload(resident, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject({
    status: 415,
    code: 'not-an-image'
  })
  expect(await upload(resident, (await smallPhoto()).subarray(0, 200))).toMatchObject({ status: 415, code: 'not-an-image' })
  expect(await upload(resident, Buffer.concat([await smallPhoto(), Buffer.alloc(21 * 1024 * 1024)]))).toMatchObject({
    status: 413,
    code: 'file-too-large'
  })
  expect(await upload(resident, await smallPhoto(), 'other')).toMatchObject({ status: 400, code: 'bad-input' })
  expect(await upload(undefined, await smallPhoto())).toMatchObject({ status: 401, code: 'not-signed-in' })
  const json = await server.inject({
    method: 'POST',
    url: '/api/files',
    headers: { authorization: `Bearer ${resident.token}` },
    payload: { file: 'x' }
  })
  expect([json.statusCode, json.json<{ code: string }>().code]).toEqual([400, 'bad-input'])
  expect((await upload(resident, await smallPhoto())).status).toBe(200)
})

describe('the address of a picture', () => {
  async function sent() {
    const resident = await world.newcomer()
    const { fileId } = await upload(resident, await smallPhoto())
    const report = await submit(world, { reporter: resident, photoIds: [fileId] })
    const photosFor = async (actor: Actor) => (await actor.ask(reports.getReport)({ reportId: report.reportId })).photos
    return { resident, report, fileId, photosFor }
  }

  test('cannot be guessed, changed or kept for long', async () => {
    const { resident, fileId, photosFor } = await sent()
    const url = (await photosFor(resident))[0]!.url
    const other = await sent()
    const tampered = [
      ...[
        `/files/${fileId}/photo`,
        url.replace(/sig=(.)/, (_, first) => (first === 'x' ? 'sig=y' : 'sig=x')),
        url.replace(fileId, other.fileId),
        url.replace('/photo?', '/glance?')
      ],
      ...[url.replace(/until=\d+/, 'until=4000000000'), url.replace(/for=[^&]+/, 'for=somebody'), `${url}&more=1`]
    ]
    for (const address of tampered) expect([address, (await fetchPicture(address)).statusCode]).toEqual([address, 404])
    expect((await fetchPicture(url)).statusCode).toBe(200)
    const now = world.now
    world.at(new Date(now.getTime() - 2 * 3_600_000))
    const old = (await photosFor(resident))[0]!.url
    world.at(now)
    expect((await fetchPicture(old)).statusCode).toBe(404)
  })

  test('lets a browser keep the picture for its hour and nobody make anything else of it', async () => {
    const { resident, photosFor } = await sent()
    const { headers } = await fetchPicture((await photosFor(resident))[0]!.url)
    expect(headers).toMatchObject({
      'cache-control': 'private, max-age=3600, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin'
    })
    expect(Number(headers['content-length'])).toBeGreaterThan(100)
  })

  test('shows the reporter and the staff the photo, a follower a blur, a stranger nothing', async () => {
    const { resident, report, fileId, photosFor } = await sent()
    const follower = await world.newcomer()
    await follow(world, follower, report)
    const variantsFor = async (actor: Actor) =>
      (await photosFor(actor)).flatMap(({ url, thumbnailUrl }) => [url, thumbnailUrl]).map(url => url.split('?')[0]!.split('/').at(-1))
    expect(await variantsFor(resident)).toEqual(['photo', 'thumbnail'])
    expect(await variantsFor(crew.reviewer)).toEqual(['photo', 'thumbnail'])
    expect(await variantsFor(follower)).toEqual(['glance', 'glance'])
    expect(await refusalOf(photosFor(await world.newcomer()))).toBe('not-found')
    const cards = (await follower.ask(reports.listMyReports)({})).reports
    expect(cards[0]?.thumbnailUrl).toContain(`/files/${fileId}/glance?`)
    const { reports: similar } = await world.nobody.ask(reports.findSimilarReports)({ categoryCode: '1001', point: cards[0]!.point })
    expect(similar.map(hint => hint.glanceUrl?.split('?')[0]?.split('/').at(-1))).toEqual(similar.map(hint => hint.glanceUrl && 'glance'))
  })

  test('of an original tells who of the staff looked, once a day; the reporter and small pictures are not counted', async () => {
    const { resident, fileId, photosFor } = await sent()
    const looks = () => world.database.reading.select().from(fileViews).where(eq(fileViews.fileId, fileId))
    await fetchPicture((await photosFor(resident))[0]!.url)
    const seen = (await photosFor(crew.reviewer))[0]!
    await fetchPicture(seen.thumbnailUrl)
    expect(await looks()).toEqual([])
    await fetchPicture(seen.url)
    await fetchPicture(seen.url)
    await fetchPicture((await photosFor(crew.dispatcher))[0]!.url)
    const expected = [crew.reviewer, crew.dispatcher].map(actor => actor.person.personId).sort()
    expect((await looks()).map(look => look.personId).sort()).toEqual(expected)
  })
})

test('what staff publish is covered where they marked it, and can be taken down; nothing is published by itself', async () => {
  const resident = await world.newcomer()
  const { fileId } = await upload(resident, await smallPhoto())
  const report = await submit(world, { reporter: resident, photoIds: [fileId], text: 'my own words' })
  await bring(world, crew, report, 'handled')
  const { reportId } = report
  const covered = [{ photoId: fileId, rectangles: [{ left: 0, top: 0, width: 0.5, height: 0.5 }] }]
  const publish = (actor: Actor, photos = covered) => actor.ask(reports.publishReport)({ reportId, summary: '垃圾已清理', photos })
  expect(await refusalOf(publish(crew.verifier))).toBe('move-not-allowed')
  await move(crew.verifier, report, 'closed')
  const published = async () => (await world.nobody.ask(reports.listPublishedReports)({})).reports
  expect(await published()).toEqual([])
  for (const actor of [resident, crew.handler, crew.dispatcher]) expect(await refusalOf(publish(actor))).toBe('not-found')
  expect(await refusalOf(publish(crew.verifier, [{ photoId: 'other', rectangles: [] }]))).toBe('bad-input')
  await publish(crew.verifier)
  const [shown] = await published()
  expect(shown).toMatchObject({ reportId, summary: '垃圾已清理', unitName: '环境卫生管理所' })
  expect(JSON.stringify(shown)).not.toMatch(new RegExp(`my own words|${resident.person.personId}|${resident.person.displayName}`))
  const picture = await fetchPicture(shown!.before!.url)
  expect(picture.statusCode).toBe(200)
  expect(picture.rawPayload.equals(Buffer.from((await world.storage.read(`photos/${fileId}/photo.jpg`))!))).toBe(false)
  await crew.supervisor.ask(reports.unpublishReport)({ reportId })
  expect(await published()).toEqual([])
})

test('a result that was sent back is published by nobody as how it is now', async () => {
  const resident = await world.newcomer()
  const report = await submit(world, { reporter: resident })
  await bring(world, crew, report, 'handled')
  const { reportId } = report
  const after = async () => (await crew.verifier.ask(reports.getReport)({ reportId })).photos.filter(({ kind }) => kind === 'after')
  const [sentBack] = await after()
  await move(crew.verifier, report, 'handling', { reasonCode: 'not-clean' })
  const { fileId } = await upload(crew.handler, await smallPhoto())
  await move(crew.handler, report, 'handled', { photoIds: [fileId], note: '又清了一遍' })
  await move(crew.verifier, report, 'closed')
  const publish = (photoId: string) =>
    crew.verifier.ask(reports.publishReport)({ reportId, summary: '清了两遍', photos: [{ photoId, rectangles: [] }] })
  expect(await refusalOf(publish(sentBack!.photoId))).toBe('bad-input')
  await publish(fileId)
  expect((await world.nobody.ask(reports.listPublishedReports)({})).reports[0]?.after?.url).toContain(fileId)
})
