import { once } from 'node:events'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import pLimit from 'p-limit'
import type { RefusalCode } from '#contract/refusals'
import type { Tasks } from '#server/reading-thread'
import { Refusal, refuse } from '#server/refusal'

/** What people upload is read in a second or two; what takes longer was made to. */
const SECONDS_MAX = 20
const MEMORY_MEGABYTES_MAX = 512
/** A thread without work ends after a while, and its memory with it. */
const IDLE_SECONDS = 60

/** What the thread answers: what it read, or why it will not. */
export type Told = { answer: unknown } | { refusal: RefusalCode }

/** Reads what people upload in a thread of its own, one file at a time: nobody else waits for it, and it ends in time. */
export type ReadAside = <Name extends keyof Tasks>(
  name: Name,
  ...input: Parameters<Tasks[Name]>
) => Promise<Awaited<ReturnType<Tasks[Name]>>>

/** The thread's program lies beside this one, as source and bundled alike. */
const program = () => new URL(`reading-thread${extname(fileURLToPath(import.meta.url))}`, import.meta.url)

/** Whether a reading was cut off by its limits of time or memory. */
const isCutOff = (fault: unknown) =>
  fault instanceof Error && (fault.name === 'AbortError' || ('code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'))

/** The first file starts the thread. @throws Refusal of the thread's, or `document-too-large` where a limit was met. */
export function openReading({ secondsMax = SECONDS_MAX } = {}): ReadAside {
  const inTurn = pLimit(1)
  let thread: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  const start = () => {
    const started = new Worker(program(), { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES_MAX } })
    // Whoever waits for an answer is told by `once`; without anybody waiting a fault must not end the server.
    started.on('error', () => undefined)
    started.once('exit', () => {
      if (thread === started) thread = undefined
    })
    return started
  }
  const ask = async (asked: object): Promise<unknown> => {
    clearTimeout(idle)
    const running = (thread ??= start())
    running.ref()
    running.postMessage(asked)
    try {
      const [told] = (await once(running, 'message', { signal: AbortSignal.timeout(secondsMax * 1000) })) as [Told]
      running.unref()
      idle = setTimeout(() => void running.terminate(), IDLE_SECONDS * 1000).unref()
      return 'answer' in told ? told.answer : refuse(told.refusal)
    } catch (fault) {
      if (fault instanceof Refusal) throw fault
      thread = undefined
      await running.terminate()
      if (isCutOff(fault)) refuse('document-too-large')
      throw fault
    }
  }
  return (name, ...input) => inTurn(ask, { name, input }) as never
}
