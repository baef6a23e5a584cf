import { spawn } from 'node:child_process'

const SECOND = 1000
const children = new Set()

/** A fault the reader can act on: its message is printed as it stands, without a stack. */
export class Stop extends Error {}

export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** Ends every command still running; each part's command is one child of this process, so nothing else is touched. */
export function endChildren() {
  for (const child of children) child.kill('SIGTERM')
}

const onSignal = signal => {
  endChildren()
  process.exit(signal === 'SIGINT' ? 130 : 143)
}
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
for (const signal of signals) process.once(signal, onSignal)

/**
 * npm runs a script by way of a shell, and a signal sent to npm ends that shell but not what it started. When the shell is gone, this process
 * asks itself to stop, so that nobody finds an old server on the port.
 */
export function stopWithNpm() {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

/** Gives the signals back, for the server that is about to become this process. */
export function leaveSignals() {
  for (const signal of signals) process.removeListener(signal, onSignal)
}

/**
 * Runs one command to its end. `isShown` passes its output through as it comes (`isReportKept`: only what it writes to standard error);
 * otherwise the output is kept and returned. Never reads standard input: the same commands run where there is none.
 */
export function run(command, args, { cwd, env = {}, isShown = false, isReportKept = false, minutesMax } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', isShown && !isReportKept ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe']
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio })
    children.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (output += chunk))
    const limit = minutesMax && setTimeout(() => child.kill('SIGKILL'), minutesMax * 60 * SECOND)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(limit)
      children.delete(child)
      resolve({ code: code ?? 1, signal, output })
    })
  })
}

/** Like `run`, but a failing command stops the part with what it printed. */
export async function runOrStop(command, args, options) {
  const result = await run(command, args, options)
  if (result.code !== 0)
    throw new Stop(result.output.trim() || `${[command, ...args].join(' ')} ended with ${result.signal ?? result.code}`)
  return result.output
}

/** Says that long work goes on, every ten seconds, so that nobody takes silence for a hang. */
export async function withHeartbeat(what, work) {
  const startedAt = Date.now()
  const beat = setInterval(() => say(`  … still ${what}, ${Math.round((Date.now() - startedAt) / SECOND)} s`), 10 * SECOND)
  try {
    return await work()
  } finally {
    clearInterval(beat)
  }
}
