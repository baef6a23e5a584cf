import { parentPort } from 'node:worker_threads'
import { readDocument } from '#server/files/read-document'
import { readStoredImport } from '#server/quizzes/exchange/read-import'
import type { Told } from '#server/read-aside'
import { Refusal } from '#server/refusal'

/** What the thread does for the server, by name. Input and answer are copied from thread to thread. */
const tasks = { readDocument, readStoredImport }
export type Tasks = typeof tasks

async function tell({ name, input }: { name: keyof Tasks; input: never }): Promise<Told> {
  try {
    return { answer: await (tasks[name] as (...input: never[]) => unknown)(...(input as never[])) }
  } catch (fault) {
    if (fault instanceof Refusal) return { refusal: fault.code }
    throw fault
  }
}

// What goes wrong otherwise ends the thread, and the server that asked is told so.
parentPort?.on('message', (asked: Parameters<typeof tell>[0]) => void tell(asked).then(told => parentPort?.postMessage(told)))
