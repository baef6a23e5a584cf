import {
  codeSecondsLeft,
  codeStepOf,
  isCardGood,
  isFreshCode,
  isMadeWith,
  makeRedemptionCode,
  readCard,
  readRedemptionCode
} from '#server/points/rewards/redemption-code'

const secret = '5a'.repeat(32)
const at = (seconds: number) => new Date(1_795_400_010_000 + seconds * 1000)
const id = '0199aabb-0000-7000-8000-000000000001'

test('a code is read back as it was made, and by no other secret, redemption or step', () => {
  const step = codeStepOf(at(0))
  const code = makeRedemptionCode(secret, id, step)
  expect(readRedemptionCode(` ${code} `)).toEqual({ redemptionId: id, step })
  expect(code.length).toBeLessThanOrEqual(120)
  expect(isMadeWith(secret, { redemptionId: id, step }, code)).toBe(true)
  expect(isMadeWith('5b'.repeat(32), { redemptionId: id, step }, code)).toBe(false)
  expect(isMadeWith(secret, { redemptionId: id, step: step + 1 }, code)).toBe(false)
  expect(isMadeWith(secret, { redemptionId: id, step }, code.toUpperCase())).toBe(false)
  for (const nonsense of ['', 'TCS.a.i.b.c', 'TCR.a', 'TCR.a.!.c', `${code}.more`]) expect(readRedemptionCode(nonsense)).toBeUndefined()
})

test('a code is replaced every thirty seconds and good for one step more, never before its time', () => {
  expect(codeStepOf(at(29))).toBe(codeStepOf(at(0)))
  expect(codeStepOf(at(30))).toBe(codeStepOf(at(0)) + 1)
  expect([codeSecondsLeft(at(0)), codeSecondsLeft(at(29)), codeSecondsLeft(at(30))]).toEqual([30, 1, 30])
  const step = codeStepOf(at(0))
  expect([at(-1), at(0), at(59), at(60)].map(moment => isFreshCode(step, moment))).toEqual([false, true, true, false])
})

test('a card is read as printed, and compared whole', () => {
  expect(readCard(' TCC.person.secret ')).toEqual({ personId: 'person', cardSecret: 'secret' })
  for (const nonsense of ['', 'TCP.person.secret', 'TCC.person', 'TCC.a.b.c']) expect(readCard(nonsense)).toBeUndefined()
  expect([isCardGood('secret', 'secret'), isCardGood('secret', 'secre'), isCardGood('secret', 'Secret')]).toEqual([true, false, false])
})
