import { ensureInstalled, requireNode } from './installation.mjs'
import { parts } from './parts.mjs'
import { endChildren, say, Stop, stopWithNpm } from './terminal.mjs'

// npm run <script>: one or several parts by name, after each other, shown as they run. Words after `--` go to the last part, but `--demo`
// to all of them.
const given = process.argv.slice(2)
const end = given.findIndex(word => !(word in parts))
const names = end === -1 ? given : given.slice(0, end)
const words = end === -1 ? [] : given.slice(end)

stopWithNpm()
try {
  requireNode()
  if (names.length === 0) throw new Stop(`Say which part: ${Object.keys(parts).join(', ')}`)
  await ensureInstalled()
  let hasFailed = false
  for (const name of names) {
    if (names.length > 1) say(`${name} …`)
    const counts = await parts[name]({ isShown: true, words: name === names.at(-1) ? words : words.filter(word => word === '--demo') })
    if (Number.isInteger(counts?.passed)) say(`${name}: ${counts.passed} passed, ${counts.failed} failed`)
    hasFailed ||= Boolean(counts?.failed)
  }
  process.exitCode = hasFailed ? 1 : 0
} catch (fault) {
  endChildren()
  say(fault instanceof Stop ? fault.message : String(fault?.stack ?? fault))
  process.exitCode = 1
}
