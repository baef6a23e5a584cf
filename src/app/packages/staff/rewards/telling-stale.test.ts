import { tellingStale } from '#app/packages/staff/rewards/telling-stale'
import { Refused } from '#app/platform/refused'

test('what was about an old version asks for the newest and is refused all the same; any other refusal asks for nothing', async () => {
  let asked = 0
  const again = () => void (asked += 1)
  await expect(tellingStale(() => Promise.reject(new Refused('below-taken', '')), again)).rejects.toMatchObject({ code: 'below-taken' })
  expect([await tellingStale(() => Promise.resolve(3), again), asked]).toEqual([3, 0])
  await expect(tellingStale(() => Promise.reject(new Refused('stale-version', '')), again)).rejects.toMatchObject({ code: 'stale-version' })
  expect(asked).toBe(1)
})
