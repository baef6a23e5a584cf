import { openReading } from '#server/read-aside'
import { Refusal } from '#server/refusal'

const slow = Buffer.from(JSON.stringify({ kind: 'text', text: '题型,题干\n单选,题\n'.repeat(100_000) }))
const short = Buffer.from(JSON.stringify({ kind: 'text', text: 'A?\nA. b\nANSWER: A' }))
const codeOf = (reading: Promise<unknown>) => reading.catch((fault: unknown) => (fault instanceof Refusal ? fault.code : fault))

test('a reading that takes too long is ended and named, and the next one has a thread of its own', async () => {
  const impatient = openReading({ secondsMax: 0.001 })
  expect(await codeOf(impatient('readStoredImport', slow, undefined))).toBe('document-too-large')
  const patient = openReading()
  expect(await patient('readStoredImport', short, undefined)).toMatchObject({ rows: 1 })
})

test('what the thread refuses is refused here, and its own faults are told to who asked', async () => {
  const read = openReading()
  expect(await codeOf(read('readDocument', Buffer.from([0, 1]), undefined))).toBe('not-a-document')
  expect(await codeOf(read('readStoredImport', Buffer.from('{'), undefined))).toBeInstanceOf(SyntaxError)
  expect(await read('readStoredImport', short, undefined)).toMatchObject({ rows: 1 })
})
