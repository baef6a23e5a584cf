const { performance } = require('node:perf_hooks')

/** Where the phone of these tests begins: a Monday morning in Shanghai, whatever day the machine has. */
const START = Date.parse('2026-11-23T09:00:00+08:00')
const openedAt = performance.now()

/** The present of the phone, in milliseconds. It runs on as the test does. */
const phoneNow = () => Math.round(START + performance.now() - openedAt)

/** The Date the mini-program gets: as always, but for what time it is. */
class PhoneDate extends Date {
  constructor(...given) {
    if (given.length > 0) super(...given)
    else super(phoneNow())
  }

  static now() {
    return phoneNow()
  }
}

module.exports = { PhoneDate, phoneNow }
