import { makeShiftCode, makeShiftDigits, promptFraction, readShiftCode, secondsLeft, stepOf } from '#contract/presence-code'

const secret = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'
const code = { shiftId: '0193e7a0-0000-7000-8000-000000000001', phase: 'in', step: 118_000_000 } as const

test('a code reads back as what it was made of, and its digits are eight', () => {
  const text = makeShiftCode(secret, code)
  expect(text).toMatch(/^TCS\.[\w-]{36}\.i\.1y95ds\.[0-9a-f]{24}$/)
  expect(readShiftCode(` ${text}\n`)).toMatchObject(code)
  expect(makeShiftDigits(secret, code)).toMatch(/^\d{8}$/)
})

// Reckoned apart from the product: node:crypto over `shift|<id>|i|118000000`.
test('the code is the beginning of HMAC-SHA-256, as another implementation reckons it', () => {
  expect(makeShiftCode(secret, code).split('.').at(-1)).toBe('e728977a017663ca012dd339')
  expect(makeShiftDigits(secret, code)).toBe('46916195')
})

test('another shift, phase, step or secret gives another code and other digits', () => {
  const others = [
    [secret, { ...code, shiftId: '0193e7a0-0000-7000-8000-000000000002' }],
    [secret, { ...code, phase: 'out' }],
    [secret, { ...code, phase: 'midway' }],
    [secret, { ...code, step: code.step + 1 }],
    [secret.replace('0', '1'), code]
  ] as const
  const all = [[secret, code] as const, ...others]
  expect(new Set(all.map(([key, said]) => makeShiftCode(key, said).split('.').at(-1))).size).toBe(all.length)
  expect(new Set(all.map(([key, said]) => makeShiftDigits(key, said))).size).toBe(all.length)
})

test('what is no code of a shift reads as nothing', () => {
  const text = makeShiftCode(secret, code)
  for (const wrong of ['', 'hello', 'https://example.com/TCS.1', text.replace('TCS', 'TCP'), `${text}.more`, text.replace('.i.', '.x.')])
    expect(readShiftCode(wrong)).toBeUndefined()
})

test('a step lasts fifteen seconds and the rest of it is counted down to one', () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23) + seconds * 1000)
  expect(stepOf(at(14.9)) - stepOf(at(0))).toBe(0)
  expect(stepOf(at(15)) - stepOf(at(0))).toBe(1)
  expect([0, 1, 14, 14.9, 15].map(seconds => secondsLeft(at(seconds)))).toEqual([15, 14, 1, 1, 15])
})

test('the moments of prompts lie anywhere in their span, and differ by purpose', () => {
  const secrets = Array.from({ length: 400 }, (_, number) => number.toString(16).padStart(64, '0'))
  const fractions = secrets.map(one => promptFraction(one, 'midway'))
  for (const fraction of fractions) expect(fraction >= 0 && fraction < 1).toBe(true)
  const quarters = [0, 1, 2, 3].map(quarter => fractions.filter(fraction => Math.floor(fraction * 4) === quarter).length)
  for (const count of quarters) expect(count).toBeGreaterThan(60)
  expect(promptFraction(secret, 'midway')).not.toBe(promptFraction(secret, 'head-count'))
})
