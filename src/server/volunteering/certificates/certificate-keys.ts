import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canSign, readKeySet, type Key } from '#server/volunteering/certificates/key-set'

export interface PublishedKey {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
  kid: string
  alg: 'EdDSA'
  use: 'sig'
}

export interface CertificateKeys {
  /** The key that signs now: the first that is not retired. */
  signing: { keyId: string; privateKey: KeyObject }
  /** Any key that ever signed here; `undefined` for a foreign one. */
  publicKeyOf(keyId: string): KeyObject | undefined
  /** RFC 7517, for whoever wants to verify without this server. */
  published: readonly PublishedKey[]
}

/** Where the keys live between starts. `make` gives back what is kept in the end: another process may have been first. */
export interface KeyShelf {
  read(): Key[]
  make(retired: Key[]): Key[]
}

function makeKey(): Key {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return { kty: 'OKP', crv: 'Ed25519', x, d }
}

/** Making new keys over a file nobody can read would orphan every certificate it signed. */
function refuseFile(path: string): never {
  throw new Error(`${path} is no JSON Web Key Set of Ed25519 keys; put back the one from your backup`)
}

/** A file in the data directory that only its owner can read, made on the first start. */
export function keyFile(directory: string): KeyShelf {
  const path = join(directory, 'certificate-keys.json')
  const read = () => {
    try {
      return readKeySet(readFileSync(path, 'utf8')) ?? refuseFile(path)
    } catch (fault) {
      if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return []
      throw fault
    }
  }
  return {
    read,
    make(retired) {
      const aside = `${path}.${process.pid}`
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      writeFileSync(aside, `${JSON.stringify({ keys: [makeKey(), ...retired] }, null, 2)}\n`, { mode: 0o600 })
      if (retired.length > 0) renameSync(aside, path)
      else linkOnce(aside, path)
      return read()
    }
  }
}

/** Two processes may start for the first time at once: the file of the first stays. */
function linkOnce(aside: string, path: string): void {
  try {
    linkSync(aside, path)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  } finally {
    rmSync(aside)
  }
}

// A private Ed25519 key in PKCS #8 (RFC 8410) is this, then its 32 bytes.
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** One key all functions and containers with this secret agree on; another secret is another key. */
function keyFromSecret(secret: string): Key {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'tongchuang certificate key', 32))
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' })
  const { x = '', d = '' } = key.export({ format: 'jwk' })
  return { kty: 'OKP', crv: 'Ed25519', x, d }
}

/** Keys from the environment, and where none of them signs, one derived from the session secret that is shared anyway. */
export const keysFromEnvironment = (keys: string | undefined, sessionSecret: string | undefined): KeyShelf => ({
  read: () => (keys && readKeySet(keys)) || [],
  make: retired => [...(sessionSecret ? [keyFromSecret(sessionSecret)] : []), ...retired]
})

/** RFC 7638: the name of a key is the digest of it, so every process calls it the same. */
const keyIdOf = ({ x }: Key) =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')

/** Opens the shelf, making the first key where none signs. */
export function openCertificateKeys(shelf: KeyShelf): CertificateKeys {
  const kept = shelf.read()
  const keys = canSign(kept) ? kept : shelf.make(kept)
  const signing = keys.find(key => key.d)
  if (!signing) throw new Error('no key to sign certificates with')
  const publicKeys = new Map(
    keys.map(key => [keyIdOf(key), createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: 'jwk' })])
  )
  return {
    signing: { keyId: keyIdOf(signing), privateKey: createPrivateKey({ key: signing, format: 'jwk' }) },
    publicKeyOf: keyId => publicKeys.get(keyId),
    published: keys.map(key => ({ kty: 'OKP', crv: 'Ed25519', x: key.x, kid: keyIdOf(key), alg: 'EdDSA', use: 'sig' }))
  }
}
