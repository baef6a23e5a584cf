import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSessions, secretFile, secretFromEnvironment, type SecretShelf } from '#server/people/sessions'

const START = new Date('2026-11-23T01:00:00Z')
const days = (count: number) => new Date(START.getTime() + count * 86_400_000)

function shelfInMemory(): SecretShelf & { secrets: ReturnType<SecretShelf['read']> } {
  const shelf = {
    secrets: [] as ReturnType<SecretShelf['read']>,
    read: () => shelf.secrets,
    write: (secrets: ReturnType<SecretShelf['read']>) => void (shelf.secrets = secrets)
  }
  return shelf
}

test('a token leads to its person for thirty days', async () => {
  const sessions = openSessions(shelfInMemory(), START)
  const token = await sessions.issue('li', START)
  expect(await sessions.verify(token, START)).toBe('li')
  expect(await sessions.verify(token, days(29.9))).toBe('li')
  expect(await sessions.verify(token, days(30))).toBeUndefined()
})

test('a token just verified is still not believed past its own end', async () => {
  const sessions = openSessions(shelfInMemory(), START)
  const token = await sessions.issue('li', START)
  expect(await sessions.verify(token, new Date(days(30).getTime() - 1000))).toBe('li')
  expect(await sessions.verify(token, days(30))).toBeUndefined()
})

test('a token of another deployment, with another algorithm or a false signature leads to nobody', async () => {
  const [ours, theirs] = [openSessions(shelfInMemory(), START), openSessions(shelfInMemory(), START)]
  const foreign = await theirs.issue('li', START)
  const [head, body, signature] = (await ours.issue('li', START)).split('.') as [string, string, string]
  const admin = Buffer.from(JSON.stringify({ sub: 'admin', exp: 4_000_000_000 })).toString('base64url')
  const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  for (const token of [foreign, `${head}.${admin}.${signature}`, `${none}.${body}.`, `${head}.${body}.`, '', 'x.y.z'])
    expect(await ours.verify(token, START)).toBeUndefined()
})

test('a new secret is made every thirty days; tokens of the one before live on to their own end', async () => {
  const shelf = shelfInMemory()
  const sessions = openSessions(shelf, START)
  const early = await sessions.issue('li', days(29))
  sessions.rotate(days(29.9))
  expect(shelf.secrets).toHaveLength(1)
  sessions.rotate(days(30))
  expect(shelf.secrets).toHaveLength(2)
  const late = await sessions.issue('li', days(30))
  expect([await sessions.verify(early, days(58.9)), await sessions.verify(late, days(58.9))]).toEqual(['li', 'li'])
  sessions.rotate(days(60))
  expect(shelf.secrets.map(secret => secret.madeAt)).toEqual([days(60), days(30)].map(date => date.toISOString()))
})

test('keys for other purposes differ by purpose and secret, the newest first', () => {
  const sessions = openSessions(shelfInMemory(), START)
  const [before] = sessions.keysFor('file-address')
  expect(sessions.keysFor('other')).not.toEqual([before])
  sessions.rotate(days(30))
  expect(sessions.keysFor('file-address')).toEqual([expect.not.stringMatching(`^${before}$`), before])
})

test('the secrets lie in a file only its owner can read, and are the same after a restart', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'tongchuang-sessions-'))
  const token = await openSessions(secretFile(directory), START).issue('li', START)
  const path = join(directory, 'session-secrets.json')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readFileSync(path, 'utf8')).toContain('"secret"')
  expect(await openSessions(secretFile(directory), days(1)).verify(token, days(1))).toBe('li')
  rmSync(directory, { recursive: true })
})

test('a secret from the environment is shared by all who have it and never rotated', async () => {
  const open = (secret: string) => openSessions(secretFromEnvironment(secret), START)
  const token = await open('one secret of thirty-two letters!').issue('li', START)
  const other = open('one secret of thirty-two letters!')
  other.rotate(days(400))
  expect(await other.verify(token, days(1))).toBe('li')
  expect(await open('another secret of thirty-two let!').verify(token, days(1))).toBeUndefined()
})
