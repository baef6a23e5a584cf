import fc from 'fast-check'
import { networkOf } from '#server/http/caller-network'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64']
])('%s is counted with %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('whatever is behind the first half of an IPv6 address makes no difference', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map(number => number.toString(16))
  fc.assert(
    fc.property(fc.array(group, { minLength: 4, maxLength: 4 }), fc.array(group, { minLength: 4, maxLength: 4 }), (front, back) => {
      expect(networkOf([...front, ...back].join(':'))).toBe(`${front.join(':')}::/64`)
    })
  )
})
