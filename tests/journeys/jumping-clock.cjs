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

// What comes round every minute would have come round meanwhile: once is enough.
const EVERY_MINUTE_MILLISECONDS = 60_000
const rounds = new Set()
const setRealInterval = setInterval
globalThis.setInterval = (run, milliseconds, ...words) => {
  if (milliseconds >= EVERY_MINUTE_MILLISECONDS) rounds.add(() => run(...words))
  return setRealInterval(run, milliseconds, ...words)
}

process.on('message', milliseconds => {
  aheadMilliseconds += milliseconds
  for (const run of rounds) run()
  process.send('jumped')
})
// A thread of the product loads this too, and has no channel to the test.
process.channel?.unref()
