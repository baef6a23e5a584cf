import { newKey } from '#app/platform/outbox'
import { Refused } from '#app/platform/refused'
import { storage } from '#app/platform/storage'

const KEPT_AS = 'unanswered'
/** Older ones were given up long ago. */
const KEPT_MAX = 40

/** What was sent and not answered yet: its content as a number, and the key it went with. */
type Unanswered = Record<string, { content: string; key: string }>

/** Two contents of one form never meet in this number by chance (FNV-1a, twice 32 bits). */
function numberOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193]
  for (let n = 0; n < text.length; n += 1) {
    one = Math.imul(one ^ text.charCodeAt(n), 0x01000193)
    other = Math.imul(other ^ text.charCodeAt(n), 0x85ebca6b)
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`
}

/** A no of the server decided that nothing was made; after a fault of its own or a line that went dead nobody knows. */
const isDecided = (error: unknown) => error instanceof Refused && error.code !== 'unexpected'

/**
 * Sends a command that makes something new. Sent again with the same content after the line went dead, also after the app was closed
 * meanwhile, it carries the same key, so that one thing is made; after an answer the next one is another intent.
 * @param name of what is made, one for each form
 */
export async function sendOnce<I extends object, O>(
  name: string,
  input: I,
  send: (keyed: I & { idempotencyKey: string }) => Promise<O>
): Promise<O> {
  const content = numberOf(JSON.stringify(input))
  const known = storage.read<Unanswered>(KEPT_AS) ?? {}
  const before = known[name]
  const idempotencyKey = before?.content === content ? before.key : newKey(name)
  const others = Object.entries(known).filter(([one]) => one !== name)
  storage.write(KEPT_AS, Object.fromEntries([...others.slice(-KEPT_MAX), [name, { content, key: idempotencyKey }]]))
  const forget = () => {
    const { [name]: mine, ...rest } = storage.read<Unanswered>(KEPT_AS) ?? {}
    if (mine?.key === idempotencyKey) storage.write(KEPT_AS, rest)
  }
  try {
    const answer = await send({ ...input, idempotencyKey })
    forget()
    return answer
  } catch (error) {
    if (isDecided(error)) forget()
    throw error
  }
}
