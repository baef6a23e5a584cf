import fc from 'fast-check'
import { addEventHandler } from 'jest-circus'
import { setImmediate } from 'node:timers/promises'
import { format } from 'node:util'

// What Jest's own runner gives every test and the light one leaves to us.

const MINUTE = 60_000

/** One seed for every property of a run. A property that fails names its seed and path; PROPERTY_SEED takes the seed again. */
if (process.env.PROPERTY_SEED) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED) })

/** A refusal may wait for its turn to be looked at; one that nobody ever looks at is a fault. */
const unseen = new Map()
process.on('unhandledRejection', (fault, promise) => unseen.set(promise, fault))
process.on('rejectionHandled', promise => unseen.delete(promise))

/** An end to a wait that never ends. */
function inTime(act, millisecondsMax) {
  let alarm
  const late = new Promise((_, reject) => {
    alarm = setTimeout(() => reject(new Error(`Not done after ${millisecondsMax / 1000} s.`)), millisecondsMax)
  })
  return Promise.race([Promise.resolve().then(act), late]).finally(() => clearTimeout(alarm))
}

/** A stray console.error, or a failure on the side, in a passing test is a fault nobody reads. */
async function inSilence(act) {
  const { error, warn } = console
  const spoken = []
  console.error = console.warn = (...words) => spoken.push(format(...words))
  unseen.clear()
  try {
    await act()
  } finally {
    Object.assign(console, { error, warn })
  }
  if (spoken.length > 0) throw new Error(`The console was spoken to and nobody expected it:\n${spoken.join('\n')}`)
  // Node tells what was not looked at, and what was after all, a moment later.
  await setImmediate()
  for (const fault of unseen.values()) throw fault
}

addEventHandler(({ name }, { currentDescribeBlock }) => {
  if (name === 'add_test') {
    const added = currentDescribeBlock.children.at(-1)
    const { fn, timeout = MINUTE } = added
    added.fn = fn && (() => inTime(() => inSilence(fn), timeout))
  }
  if (name === 'add_hook') {
    const added = currentDescribeBlock.hooks.at(-1)
    const { fn, timeout = MINUTE } = added
    added.fn = () => inTime(fn, timeout)
  }
})
