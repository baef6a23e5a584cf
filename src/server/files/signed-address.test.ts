import fc from 'fast-check'
import { fileVariants } from '#contract/files'
import { checkAddress, signAddress } from '#server/files/signed-address'
import type { SignedFile } from '#server/files/signed-address'

const secret = 'a secret of the city'
const now = new Date('2026-11-21T08:10:00Z')
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const file: SignedFile = { fileId: '0199-ab', variant: 'thumbnail', viewer: 'person-7' }
const address = signAddress(file, secret, now)

const anyFile = fc.record(
  {
    fileId: fc.stringMatching(/^[\w.:-]{1,64}$/),
    variant: fc.constantFrom(...fileVariants),
    viewer: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  },
  { requiredKeys: ['fileId', 'variant'] }
)

describe('the signed address of a file', () => {
  it('names file, variant, end, viewer and signature', () => {
    expect(address).toMatch(/^\/files\/0199-ab\/thumbnail\?until=1795253400&for=person-7&sig=[\w-]{22}$/)
    expect(signAddress({ fileId: 'a', variant: 'redacted' }, secret, now)).toMatch(/^\/files\/a\/redacted\?until=\d+&sig=[\w-]{22}$/)
  })

  it('tells whoever checks it what it was made for', () => {
    fc.assert(
      fc.property(anyFile, fc.date({ min: new Date('2026-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }), (any, moment) => {
        expect(checkAddress(signAddress(any, secret, moment), [secret], moment)).toEqual(any)
      })
    )
  })

  it('lives 60 to 90 minutes, and is the same for half an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), second => {
        const made = new Date(now.getTime() + second * 1000)
        const until = Number(/until=(\d+)/.exec(signAddress(file, secret, made))![1]) - made.getTime() / 1000
        expect(until).toBeGreaterThanOrEqual(3600)
        expect(until).toBeLessThan(5400)
      })
    )
    const half = Array.from({ length: 30 }, (_, minute) => signAddress(file, secret, after(minute - 9)))
    expect(new Set(half).size).toBe(1)
    expect(signAddress(file, secret, after(21))).not.toBe(address)
  })

  it('is over when its time has come', () => {
    const until = new Date(Number(/until=(\d+)/.exec(address)![1]) * 1000)
    expect(checkAddress(address, [secret], new Date(until.getTime() - 1))).toEqual(file)
    expect(checkAddress(address, [secret], until)).toBeUndefined()
  })

  it('opens nothing once a single character is changed, added or taken away', () => {
    for (let at = 0; at < address.length; at++)
      for (const other of ['', 'x', '0', '/', '&', '%', `0${address[at]!}`, `${address[at]!}x`]) {
        const changed = address.slice(0, at) + other + address.slice(at + 1)
        if (changed !== address) expect([changed, checkAddress(changed, [secret], now)]).toEqual([changed, undefined])
      }
  })

  it.each([
    ['another variant', address.replace('thumbnail', 'photo')],
    ['another file', address.replace('0199-ab', '0199-ac')],
    ['another viewer', address.replace('person-7', 'person-8')],
    ['no viewer', address.replace('&for=person-7', '')],
    ['an empty viewer', address.replace('person-7', '')],
    ['a later end', address.replace('until=1795253400', 'until=1795260600')],
    ['an end that is no number', address.replace('until=1795253400', 'until=never')],
    ['no end', address.replace('until=1795253400&', '')],
    ['no signature', address.replace(/&sig=.*/, '')],
    ['a short signature', address.slice(0, -1)],
    ['a second viewer', `${address}&for=person-8`],
    ['something more', `${address}&download=1`],
    ['a detour', address.replace('/files/', '/files/../files/')],
    ['another host', `http://elsewhere${address}`],
    ['nothing', '']
  ])('opens nothing with %s', (_, changed) => {
    expect(checkAddress(changed, [secret], now)).toBeUndefined()
  })

  it('made for everybody cannot be given a viewer', () => {
    const open = signAddress({ fileId: 'a', variant: 'redacted' }, secret, now)
    expect(checkAddress(open, [secret], now)).toEqual({ fileId: 'a', variant: 'redacted' })
    expect(checkAddress(open.replace('&sig', '&for=person-7&sig'), [secret], now)).toBeUndefined()
    expect(checkAddress(open.replace('&sig', '&for=&sig'), [secret], now)).toBeUndefined()
  })

  it('outlives one rotation of the secret and no second', () => {
    expect(checkAddress(address, ['new secret', secret], now)).toEqual(file)
    expect(checkAddress(address, [Buffer.from(secret), 'new secret'], now)).toEqual(file)
    expect(checkAddress(address, ['newer secret', 'new secret'], now)).toBeUndefined()
    expect(checkAddress(address, [], now)).toBeUndefined()
  })

  it('is not made for an id that is a path', () => {
    expect(() => signAddress({ fileId: '../etc', variant: 'photo' }, secret, now)).toThrow(RangeError)
    expect(() => signAddress({ fileId: 'a?b', variant: 'photo' }, secret, now)).toThrow(RangeError)
  })
})
