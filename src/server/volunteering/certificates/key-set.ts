import { createPublicKey } from 'node:crypto'
import * as v from 'valibot'

/** An Ed25519 key as RFC 8037 writes it. Without `d` it is retired: what it signed stays verifiable, it signs no more. */
const Key = v.pipe(
  v.object({ kty: v.literal('OKP'), crv: v.literal('Ed25519'), x: v.string(), d: v.optional(v.string()) }),
  v.check(({ kty, crv, x }) => isKey({ kty, crv, x }))
)
export type Key = v.InferOutput<typeof Key>
/** RFC 7517; what the server publishes can be pasted back as it is. */
const KeySet = v.object({ keys: v.pipe(v.array(Key), v.minLength(1)) })

function isKey(key: { kty: 'OKP'; crv: 'Ed25519'; x: string }): boolean {
  try {
    return createPublicKey({ key, format: 'jwk' }).asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}

/** The keys of a JSON Web Key Set, in its order; undefined where the text is none. */
export function readKeySet(text: string): Key[] | undefined {
  try {
    const parsed = v.safeParse(KeySet, JSON.parse(text))
    return parsed.success ? parsed.output.keys : undefined
  } catch {
    return undefined
  }
}

export const canSign = (keys: readonly Key[]) => keys.some(key => key.d)
