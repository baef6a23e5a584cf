import { soundsLikeOffice } from '#contract/staff-names'
import { roleWords } from '#app/words/people'

test.each(Object.values(roleWords))('nobody takes a name that begins with %s', word => {
  expect(soundsLikeOffice(`${word} 方宁`)).toBe(true)
})
