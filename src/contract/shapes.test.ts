import fc from 'fast-check'
import * as v from 'valibot'
import { BirthDate, BusinessDate, Instant, isSayable, line, measure, Month, text } from '#contract/shapes'

const takes = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success

test('a business date is a day that exists, between 2000 and 2100', () => {
  for (const date of ['2000-01-01', '2028-02-29', '2000-02-29', '2100-12-31']) expect(takes(BusinessDate, date)).toBe(true)
  for (const date of ['2026-02-30', '2027-02-29', '2100-02-29', '2026-11-31', '1999-12-31', '2101-01-01', '0000-01-01', '9999-12-31'])
    expect(takes(BusinessDate, date)).toBe(false)
  for (const text of ['', '2026-1-1', '+010000-01', '2026-11-23T00:00:00Z', '２０２６-11-23', ' 2026-11-23', '2026-11-23\n'])
    expect(takes(BusinessDate, text)).toBe(false)
})

test('people are born on days that exist, from 1900 on', () => {
  for (const date of ['1900-01-01', '1948-02-29', '2026-11-23']) expect(takes(BirthDate, date)).toBe(true)
  for (const date of ['1899-12-31', '1900-02-29', '2000-02-30', '2101-01-01']) expect(takes(BirthDate, date)).toBe(false)
})

test('an instant lies between 2000 and 2100 by UTC, on a day and at an offset that exist, and is told in UTC', () => {
  expect(v.parse(Instant, '2026-11-21T16:00:00+08:00')).toBe('2026-11-21T08:00:00.000Z')
  expect(v.parse(Instant, '2000-01-01T00:00:00Z')).toBe('2000-01-01T00:00:00.000Z')
  expect(v.parse(Instant, '2028-02-29T23:59:59.123456Z')).toBe('2028-02-29T23:59:59.123Z')
  for (const moment of [
    ...['9999-12-31T23:59:59-12:00', '2100-12-31T23:59:59-01:00', '2000-01-01T00:00:00+00:01', '0000-01-01T00:00:00Z'],
    ...['2026-02-30T00:00:00Z', '2026-11-31T01:00:00Z', '2026-11-21T24:00:00Z', '2026-11-21T23:59:60Z'],
    ...['2026-11-21T08:00:00+15:00', '2026-11-21T08:00:00-14:01', '2026-11-21T08:00:00+23:59', '2026-11-21T08:00:00'],
    ...['2026-11-21', '+010000-01-01T00:00:00Z', '2026-11-21T08:00:00Z\u0000', '']
  ])
    expect([moment, takes(Instant, moment)]).toEqual([moment, false])
})

test('every moment of the century comes through as itself, and every date as its day', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2100-12-31T23:59:59Z'), noInvalidDate: true }), moment => {
      expect(v.parse(Instant, moment.toISOString())).toBe(moment.toISOString())
      expect(v.parse(BusinessDate, moment.toISOString().slice(0, 10))).toBe(moment.toISOString().slice(0, 10))
    })
  )
})

test('months have numbers from 01 to 12', () => {
  expect(['2026-11', '2000-01', '2099-12'].every(month => takes(Month, month))).toBe(true)
  expect(['2026-00', '2026-13', '1999-12', '9999-01', '2026-1'].some(month => takes(Month, month))).toBe(false)
})

test('no text holds what XML cannot say, half a character or a noncharacter', () => {
  for (const code of [0, 8, 0xb, 0xc, 0x1b, 0x1f, 0x7f, 0x80, 0x9f, 0xd800, 0xdfff, 0xfdd0, 0xfffe, 0xffff, 0x1fffe, 0x10ffff]) {
    const poisoned = `王${String.fromCodePoint(code)}明`
    expect([code, takes(text(20), poisoned), takes(line(20), poisoned)]).toEqual([code, false, false])
  }
  expect(v.parse(text(20), ' 一行\n\t两行 ')).toBe('一行\n\t两行')
  expect(v.parse(text(20), '𬭎儿👩‍👩‍👧')).toBe('𬭎儿👩‍👩‍👧')
})

/** As XML 1.0 says it, 2.2: Char. */
const isXmlChar = (code: number) =>
  code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000

test('whatever may be kept can stand in XML and goes through UTF-8 unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0x10ffff }).map(code => String.fromCodePoint(code)) }), written => {
      if (!isSayable(written)) return
      expect(Array.from(written).every(character => isXmlChar(character.codePointAt(0)!))).toBe(true)
      expect(Buffer.from(written).toString()).toBe(written)
    }),
    { numRuns: 2_000 }
  )
})

test('a name is one line, and shows at least one character', () => {
  const Name = v.pipe(line(20), v.minLength(1))
  expect(v.parse(Name, ' 王\r\n小\u2028二\u0085 ')).toBe('王 小 二')
  for (const name of [
    '',
    ' ',
    '\n',
    '\u200b',
    '\u3164',
    '\u115f\u1160',
    '\uffa0',
    '\u2800',
    '\u0301',
    '\ufe0f',
    '\u200d\u2060',
    '\u3000',
    '\u202e'
  ])
    expect([name, takes(Name, name)]).toEqual([name, false])
  for (const name of ['王', '𠮷', 'ཀི', '👍', '阿\u200b明', '买买提·艾力', '1']) expect(takes(Name, name)).toBe(true)
})

test('text that shows nothing is as if nothing were written, so that no needed note is made of it', () => {
  expect(v.parse(text(20), '\u200b\n\u3164')).toBe('')
  expect(takes(v.pipe(text(20), v.minLength(2)), '\u200b\u200b\u200b')).toBe(false)
})

test('a measured number is finite, within its bounds, and zero where it is next to nothing', () => {
  expect(v.parse(measure(-1, 1), 5e-324)).toBe(0)
  expect(v.parse(measure(-1, 1), 0.125)).toBe(0.125)
  for (const number of [Number.POSITIVE_INFINITY, Number.NaN, 1.01, JSON.parse('1e999')]) expect(takes(measure(-1, 1), number)).toBe(false)
})
