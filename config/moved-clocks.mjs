import { execFileSync } from 'node:child_process'
import { runJest } from './jest-run.mjs'
import { say, Stop } from './terminal.mjs'

const DAY_MILLISECONDS = 86_400_000

const movedTo = moment => ({ TZ: 'Asia/Shanghai', FAKETIME: `@${moment}` })
const daysAhead = days => movedTo(new Date(Date.now() + days * DAY_MILLISECONDS).toISOString().slice(0, 19).replace('T', ' '))

/** Machines on which no test may notice what day it is: the ends of a year, a leap day, long after the tests were written, another side of the earth. */
const clocks = {
  'new-years-eve': () => movedTo('2026-12-31 23:50:00'),
  'leap-day': () => movedTo('2028-02-29 12:00:00'),
  'new-years-day': () => movedTo('2027-01-01 08:00:00'),
  '400-days-ahead': () => daysAhead(400),
  'utc-minus-8': () => ({ TZ: 'Etc/GMT+8' })
}

/** The library of Debian's package `faketime`, which its own command preloads; asked of the command, since its folder differs by machine. */
function faketimeLibrary() {
  try {
    return execFileSync('faketime', ['-f', '+0d', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

/** Two of the clocks, others for other commits, so that all come round while each commit always meets the same. */
function clocksOfThisCommit() {
  const names = Object.keys(clocks)
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' })
  const first = Number.parseInt(commit.slice(0, 8), 16) % names.length
  return [names[first], names[(first + 2) % names.length]]
}

function namesIn(words) {
  if (words.length === 0) return Object.keys(clocks)
  if (words[0] === 'two') return clocksOfThisCommit()
  const unknown = words.find(word => !Object.hasOwn(clocks, word))
  if (unknown)
    throw new Stop(`No clock is called ${unknown}. There are: ${Object.keys(clocks).join(', ')}; or "two" for two of them by turns.`)
  return words
}

/**
 * Runs the unit, app and server tests on a machine whose clock stands elsewhere. Waits keep their length: only the date is moved, not the
 * monotonic clock that timers count by.
 */
export async function testMovedClocks({ isShown = false, words = [] } = {}) {
  const library = faketimeLibrary()
  const sums = { passed: 0, failed: 0 }
  for (const name of namesIn(words)) {
    const { TZ, FAKETIME } = clocks[name]()
    if (FAKETIME && !library) {
      say(`${name}: skipped, because the program faketime is not installed (Debian: apt-get install faketime)`)
      continue
    }
    const moved = FAKETIME ? { FAKETIME, FAKETIME_DONT_FAKE_MONOTONIC: '1', FAKETIME_DONT_RESET: '1', LD_PRELOAD: library } : {}
    say(`${name}: ${FAKETIME ?? ''} ${TZ} …`)
    const { passed, failed, output } = await runJest(['unit', 'app', 'server'], { env: { DATABASE: 'postgres', TZ, ...moved }, isShown })
    if (failed > 0 && !isShown) say(output.trim())
    say(`${name}: ${passed} passed, ${failed} failed`)
    sums.passed += passed
    sums.failed += failed
  }
  return sums
}
