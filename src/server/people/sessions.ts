import { createHash, createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
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

/** What a good token says. Whether the session was ended since stands with the person. */
export interface Session {
  personId: string
  sessionId: string
  /** The person's generation of sessions when it began. */
  generation: number
  endsAt: Date
}

export interface Sessions {
  /** A token for `hours`, thirty days where nothing is said. */
  issue(personId: string, now: Date, more?: { generation?: number; hours?: number }): Promise<string>
  /** What a token says; `undefined` for one that is false, foreign or too old. */
  read(token: string, now: Date): Promise<Session | undefined>
  /** The person a token was issued to, whether or not the session was ended since. */
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
export function secretFile(directory: string, name = 'session-secrets.json'): SecretShelf {
  const path = join(directory, name)
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

/**
 * The file of a demo, beside the one of a city in the same directory.
 * @param ownsDirectory whether the demo's own database lies there too: then a file that earlier versions left is its own.
 */
export function secretFileOfDemo(directory: string, ownsDirectory: boolean): SecretShelf {
  const name = 'demo-session-secrets.json'
  const earlier = join(directory, 'session-secrets.json')
  if (ownsDirectory && existsSync(earlier) && !existsSync(join(directory, name))) renameSync(earlier, join(directory, name))
  return secretFile(directory, name)
}

/** One secret from the environment, for functions and containers that share it and keep no disk. */
export const secretFromEnvironment = (secret: string): SecretShelf => ({
  read: () => [{ id: 'environment', secret, madeAt: new Date(8.64e15).toISOString() }],
  write: () => undefined
})

const ageDays = (secret: Secret, now: Date) => (now.getTime() - new Date(secret.madeAt).getTime()) / DAY_MILLISECONDS
const keyOf = (secret: Secret) => new TextEncoder().encode(secret.secret)

/** Opens the shelf, making the first secret where there is none. Tokens are JWT (RFC 7519), HS256, with the id of the session (`jti`) and the generation it began in (`gen`). */
export function openSessions(shelf: SecretShelf, start: Date): Sessions {
  let secrets = shelf.read()
  const derived = new Map<string, string[]>()
  const seen = new LRUCache<string, { session: Session; until: number }>({ max: TOKENS_REMEMBERED })
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
  const open = async (token: string, now: Date): Promise<Session> => {
    const { payload } = await jwtVerify(token, header => keyOf(secrets.find(secret => secret.id === header.kid) ?? newest()), {
      algorithms: ['HS256'],
      currentDate: now,
      requiredClaims: ['sub', 'exp']
    })
    return {
      personId: payload.sub as string,
      // Tokens issued before sessions had ids are told apart by their digest.
      sessionId: payload.jti ?? createHash('sha256').update(token).digest('base64url').slice(0, 22),
      generation: typeof payload.gen === 'number' ? payload.gen : 0,
      endsAt: new Date((payload.exp as number) * 1000)
    }
  }
  const read = async (token: string, now: Date) => {
    const known = seen.get(token)
    if (known && known.until > now.getTime()) return known.session
    try {
      const session = await open(token, now)
      seen.set(token, { session, until: Math.min(session.endsAt.getTime(), now.getTime() + REMEMBERED_MILLISECONDS) })
      return session
    } catch {
      // Whatever is wrong with a token, the answer is the same: nobody is signed in.
      return undefined
    }
  }
  return {
    rotate,
    keysFor(purpose) {
      const keys = derived.get(purpose) ?? secrets.map(secret => createHmac('sha256', secret.secret).update(purpose).digest('base64url'))
      derived.set(purpose, keys)
      return keys
    },
    issue: (personId, now, { generation = 0, hours = SESSION_DAYS * 24 } = {}) =>
      new SignJWT({ gen: generation })
        .setProtectedHeader({ alg: 'HS256', kid: newest().id })
        .setSubject(personId)
        .setJti(randomBytes(16).toString('base64url'))
        .setIssuedAt(now)
        .setExpirationTime(new Date(now.getTime() + hours * 3_600_000))
        .sign(keyOf(newest())),
    read,
    verify: async (token, now) => (await read(token, now))?.personId
  }
}
