import { faultsOf, needsGuardian } from '#app/features/volunteering/profile-rules'

const TODAY = '2026-11-22'
const draft = { birthDate: '1958-03-07', skills: [], guardianName: '', hasGuardianConsent: false }

test('a grown-up needs nothing but a birth date', () => {
  expect(faultsOf(draft, TODAY)).toEqual({})
  expect(Object.keys(faultsOf({ ...draft, birthDate: '' }, TODAY))).toEqual(['birthDate'])
  expect(Object.keys(faultsOf({ ...draft, birthDate: '2026-11-23' }, TODAY))).toEqual(['birthDate'])
})

test('a guardian agrees until the fourteenth birthday', () => {
  expect(needsGuardian('2012-11-23', TODAY)).toBe(true)
  expect(needsGuardian('2012-11-22', TODAY)).toBe(false)
  const child = { ...draft, birthDate: '2015-06-01' }
  expect(Object.keys(faultsOf(child, TODAY))).toEqual(['guardianName', 'guardian'])
  expect(faultsOf({ ...child, guardianName: '周敏', hasGuardianConsent: true }, TODAY)).toEqual({})
})
