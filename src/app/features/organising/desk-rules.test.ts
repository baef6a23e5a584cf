import { makeShiftCode } from '#contract/presence-code'
import { clockOffsetOf, kitsWith, phaseAt, spacedDigits, type DeskKit } from '#app/features/organising/desk-kit-rules'
import { isRepeat, readScan, scansWith, type DeskScan } from '#app/features/organising/desk-scan-rules'

const kit = (shiftId: string, endsAt = '2026-11-21T10:00:00.000Z'): DeskKit => ({
  shiftId,
  secret: 'aa'.repeat(32),
  startsAt: '2026-11-21T08:00:00.000Z',
  endsAt,
  personId: 'organiser',
  clockOffsetMilliseconds: 0
})

test('the clock of a phone ten minutes slow is set right by half of the way to the server and back', () => {
  const askedAt = Date.parse('2026-11-21T08:00:00.000Z')
  expect(clockOffsetOf('2026-11-21T08:10:01.000Z', askedAt, askedAt + 2_000)).toBe(600_000)
})

test('a desk opens with checking in, and with checking out from twenty minutes before the end', () => {
  expect(phaseAt(new Date('2026-11-21T09:39:59.000Z'), kit('one'))).toBe('in')
  expect(phaseAt(new Date('2026-11-21T09:40:00.000Z'), kit('one'))).toBe('out')
})

test('the newest kit stands first, its older self and what is long over go', () => {
  const now = new Date('2026-11-21T09:00:00.000Z')
  const kept = kitsWith([kit('one'), kit('two'), kit('old', '2026-11-19T08:00:00.000Z')], { ...kit('one'), secret: 'new' }, now)
  expect(kept.map(({ shiftId, secret }) => `${shiftId} ${secret.slice(0, 3)}`)).toEqual(['one new', 'two aaa'])
})

test('digits are read in two fours', () => expect(spacedDigits('01234567')).toBe('0123 4567'))

test('a personal code, a card and eight digits are taken; the code of a shift and anything else are not', () => {
  const shiftCode = makeShiftCode(kit('one').secret, { shiftId: 'one', phase: 'in', step: 1 })
  expect(readScan(' TCP.person.k1.00ff ')).toEqual({ kind: 'code', code: 'TCP.person.k1.00ff', isTyped: false })
  expect(readScan('TCC.person.1.00ff')).toMatchObject({ kind: 'code', isTyped: false })
  expect(readScan('1234 5678')).toEqual({ kind: 'code', code: '12345678', isTyped: true })
  expect(readScan(shiftCode)).toMatchObject({ kind: 'unusable', sentence: expect.stringContaining('这是活动的码') as string })
  expect(readScan('https://example.com')).toMatchObject({ kind: 'unusable' })
})

test('a code held before the camera a moment longer is not taken twice, but it is for another phase', () => {
  const last = { code: 'TCP.a', phase: 'in', at: 1_000 } as const
  expect(isRepeat(last, 'TCP.a', 'in', 15_999)).toBe(true)
  expect(isRepeat(last, 'TCP.a', 'in', 16_000)).toBe(false)
  expect(isRepeat(last, 'TCP.a', 'out', 2_000)).toBe(false)
  expect(isRepeat(last, 'TCP.b', 'in', 2_000)).toBe(false)
})

test('what became of a scan stands in its own place, and a new scan stands first', () => {
  const scan = (scanId: string, state: DeskScan['state']): DeskScan => ({
    scanId,
    shiftId: 'one',
    phase: 'in',
    scannedAt: '2026-11-21T08:00:00.000Z',
    state
  })
  const scans = scansWith(scansWith([scan('a', 'waiting')], scan('b', 'waiting')), scan('a', 'done'))
  expect(scans.map(({ scanId, state }) => `${scanId} ${state}`)).toEqual(['b waiting', 'a done'])
})
