import {
  isStarted,
  missingOf,
  needsTime,
  newDraft,
  observedAtOf,
  toSend,
  withArrival,
  withoutPhoto,
  withPhotos,
  type DraftPhoto,
  type ReportDraft
} from '#app/features/reports/report-draft-rules'

const now = new Date('2026-11-21T08:00:00.000Z')
const point = { longitude: 115.62, latitude: 32.73 }
const photo = (key: string, isFromAlbum = false): DraftPhoto => ({ key, takenAt: '2026-11-21T07:58:00.000Z', isFromAlbum })

const complete: ReportDraft = { ...newDraft('report-key-1'), category: { code: '1001', name: '暴露垃圾' }, photos: [photo('a')], point }

test('a quick button, a shutter and a place are all it takes to send', () => {
  const arrived = withArrival(newDraft('report-key-1'), '1001', [{ code: '1001', name: '暴露垃圾' }])
  const shot = { ...withPhotos(arrived, [photo('a')]), point }
  expect(missingOf(shot)).toEqual([])
  expect(toSend(shot, now)).toEqual({
    idempotencyKey: 'report-key-1',
    categoryCode: '1001',
    point,
    observedAt: '2026-11-21T07:58:00.000Z',
    showsNameToUnit: false
  })
})

test('what is missing is named in the order of the page', () => {
  expect(missingOf({ ...newDraft('k'), photos: [photo('a', true)] })).toEqual(['category', 'place', 'time'])
  expect(toSend(newDraft('k'), now)).toBeUndefined()
})

test('a noise may be reported without a photo, and then without a moment of its own', () => {
  expect(missingOf({ ...complete, photos: [] })).toEqual(['photo'])
  const noise = { ...complete, category: { code: '9003', name: '夜间噪声', needsPhoto: false }, photos: [], text: '夜里很吵' }
  expect(missingOf({ ...noise, text: '吵' })).toEqual(['sentence'])
  expect(missingOf(noise)).toEqual([])
  expect(toSend(noise, now)).not.toHaveProperty('observedAt')
})

test('a place chosen as a grid needs a landmark, and says so', () => {
  const grid = { ...complete, pointFrom: 'area' as const }
  expect(missingOf(grid)).toEqual(['landmark'])
  expect(toSend({ ...grid, landmark: '菜场东门' }, now)).toMatchObject({ isApproximate: true, landmark: '菜场东门' })
})

test('an album photo asks for the time, a camera photo does not', () => {
  expect(needsTime(complete)).toBe(false)
  const album = { ...complete, photos: [photo('a', true)] }
  expect(missingOf(album)).toEqual(['time'])
  expect(missingOf({ ...album, observedChoice: 'yesterday' })).toEqual([])
})

test('the time of an album photo is what the person said, never when it was picked', () => {
  const album: ReportDraft = { ...complete, photos: [photo('a', true)] }
  expect(observedAtOf({ ...album, observedChoice: 'just-now' }, now)).toBe('2026-11-21T08:00:00.000Z')
  expect(observedAtOf({ ...album, observedChoice: 'yesterday' }, now)).toBe('2026-11-20T08:00:00.000Z')
  expect(observedAtOf(album, now)).toBeUndefined()
})

test('there are at most three photos', () => {
  const full = withPhotos(
    newDraft('k'),
    ['a', 'b', 'c', 'd'].map(key => photo(key))
  )
  expect(full.photos.map(one => one.key)).toEqual(['a', 'b', 'c'])
  expect(withPhotos(full, [photo('e')]).photos).toHaveLength(3)
})

test('taking away the album photo takes away the question about its time', () => {
  const album: ReportDraft = { ...complete, photos: [photo('a', true)], observedChoice: 'yesterday' }
  const bare = withoutPhoto(album, 'a')
  expect(bare.observedChoice).toBeUndefined()
  expect(needsTime(bare)).toBe(false)
})

test('changing a draft keeps its key, so that one intent counts once however often it is sent', () => {
  const changed = withArrival(withoutPhoto(withPhotos(complete, [photo('b')]), 'a'), '3001', [])
  expect(changed.idempotencyKey).toBe('report-key-1')
})

test('spaces alone are nothing a person would miss, and are not sent as words', () => {
  expect(isStarted({ ...newDraft('k'), text: '  ' })).toBe(false)
  expect(isStarted({ ...newDraft('k'), text: '坑' })).toBe(true)
  expect(toSend({ ...complete, text: ' \n ' }, now)).not.toHaveProperty('text')
})
