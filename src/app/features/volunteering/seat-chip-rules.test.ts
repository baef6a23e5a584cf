import { seatChip } from '#app/features/volunteering/seat-chip-rules'

const NOW = new Date('2026-11-21T04:00:00.000Z')
const coming = {
  state: 'published',
  seatsLeft: 8,
  startsAt: '2026-11-22T01:00:00.000Z',
  endsAt: '2026-11-22T04:00:00.000Z'
} as const

test('what matters most is said: called off, over, mine, begun, full, few seats, seats', () => {
  const words = [
    seatChip({ ...coming, state: 'cancelled', mySignUp: 'confirmed' }, NOW),
    seatChip({ ...coming, endsAt: NOW.toISOString(), mySignUp: 'confirmed' }, NOW),
    seatChip({ ...coming, mySignUp: 'confirmed', seatsLeft: 0 }, NOW),
    seatChip({ ...coming, seatsLeft: 0, startsAt: NOW.toISOString() }, NOW),
    seatChip({ ...coming, seatsLeft: 0 }, NOW),
    seatChip({ ...coming, seatsLeft: 3 }, NOW),
    seatChip(coming, NOW)
  ].map(({ word }) => word)
  expect(words).toEqual(['已取消', '已结束', '已报名', '正在进行', '满了，可候补', '还差 3 人', '还有 8 个名额'])
})

test('a place in line is not called a seat, and a seat that is offered asks for an answer', () => {
  const word = (mySignUp: 'waitlisted' | 'offered' | 'pending') => seatChip({ ...coming, mySignUp }, NOW).word
  expect([word('waitlisted'), word('offered'), word('pending')]).toEqual(['候补中', '有名额了', '待确认'])
})
