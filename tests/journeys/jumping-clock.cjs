// Loaded before the served product: its clock runs as always, and jumps ahead when the test says so, where a story would otherwise wait.
const Real = Date
let aheadMilliseconds = 0

globalThis.Date = class Date extends Real {
  constructor(...given) {
    if (given.length > 0) super(...given)
    else super(Date.now())
  }

  static now() {
    return Real.now() + aheadMilliseconds
  }
}

process.on('message', milliseconds => {
  aheadMilliseconds += milliseconds
  process.send('jumped')
})
process.channel.unref()
