import { createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'

const SESSION_DAYS = 30
const ROTATION_DAYS = 30
const DAY_MILLISECONDS = 86_400_000
const TOKENS_REMEMBERED = 20_000
/** A token that was verified is believed without another look for this long, never past its own end. */
const REMEMBERED_MILLISECONDS = 60_000

interface Secret {
  id: string
  secret: string
  madeAt: string
}

export interface Sessions {
  issue(personId: string, now: Date): Promise<string>
  /** The person a token was issued to; `undefined` for a token that is false, foreign or too old. */
  verify(token: string, now: Date): Promise<string | undefined>
  /** Keys for another purpose, derived from the session secrets, newest first. */
  keysFor(purpose: string): string[]
  /** Makes a new secret once the newest is 30 days old; earlier ones stay as long as a token of theirs may live. */
  rotate(now: Date): void
}

/** Where the secrets live between starts. */
export interface SecretShelf {
  read(): Secret[]
  write(secrets: Secret[]): void
}

/** A file in the data directory that only its owner can read. */
export function secretFile(directory: string): SecretShelf {
  const path = join(directory, 'session-secrets.json')
  return {
    read() {
      try {
        return JSON.parse(readFileSync(path, 'utf8')) as Secret[]
      } catch (fault) {
        if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return []
        throw fault
      }
    },
    write(secrets) {
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      writeFileSync(`${path}.new`, JSON.stringify(secrets), { mode: 0o600 })
      renameSync(`${path}.new`, path)
    }
  }
}

/** One secret from the environment, for functions and containers that share it and keep no disk. */
export const secretFromEnvironment = (secret: string): SecretShelf => ({
  read: () => [{ id: 'environment', secret, madeAt: new Date(8.64e15).toISOString() }],
  write: () => undefined
})

const ageDays = (secret: Secret, now: Date) => (now.getTime() - new Date(secret.madeAt).getTime()) / DAY_MILLISECONDS
const keyOf = (secret: Secret) => new TextEncoder().encode(secret.secret)

/** Opens the shelf, making the first secret where there is none. Tokens are JWT (RFC 7519), HS256, 30 days. */
export function openSessions(shelf: SecretShelf, start: Date): Sessions {
  let secrets = shelf.read()
  const derived = new Map<string, string[]>()
  const seen = new LRUCache<string, { personId: string; until: number }>({ max: TOKENS_REMEMBERED })
  const rotate = (now: Date) => {
    const newest = secrets[0]
    if (newest && ageDays(newest, now) < ROTATION_DAYS) return
    const fresh: Secret = { id: randomBytes(6).toString('hex'), secret: randomBytes(32).toString('base64url'), madeAt: now.toISOString() }
    secrets = [fresh, ...secrets.filter(secret => ageDays(secret, now) < ROTATION_DAYS + SESSION_DAYS)]
    shelf.write(secrets)
    derived.clear()
  }
  rotate(start)
  const newest = () => secrets[0] as Secret
  const read = async (token: string, now: Date) => {
    const { payload } = await jwtVerify(token, header => keyOf(secrets.find(secret => secret.id === header.kid) ?? newest()), {
      algorithms: ['HS256'],
      currentDate: now,
      requiredClaims: ['sub', 'exp']
    })
    return { personId: payload.sub as string, endsAt: (payload.exp as number) * 1000 }
  }
  return {
    rotate,
    keysFor(purpose) {
      const keys = derived.get(purpose) ?? secrets.map(secret => createHmac('sha256', secret.secret).update(purpose).digest('base64url'))
      derived.set(purpose, keys)
      return keys
    },
    issue: (personId, now) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'HS256', kid: newest().id })
        .setSubject(personId)
        .setIssuedAt(now)
        .setExpirationTime(new Date(now.getTime() + SESSION_DAYS * DAY_MILLISECONDS))
        .sign(keyOf(newest())),
    async verify(token, now) {
      const known = seen.get(token)
      if (known && known.until > now.getTime()) return known.personId
      try {
        const { personId, endsAt } = await read(token, now)
        seen.set(token, { personId, until: Math.min(endsAt, now.getTime() + REMEMBERED_MILLISECONDS) })
        return personId
      } catch {
        // Whatever is wrong with a token, the answer is the same: nobody is signed in.
        return undefined
      }
    }
  }
}
