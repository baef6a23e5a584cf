import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { POLICY_VERSION } from '#contract/people'
import { keepCity } from '#server/city'
import type { Database } from '#server/database/database'
import { openServedDatabase } from '#server/database/served-database'
import { seedDemoFoundation } from '#server/demo/seed-demo-city'
import { checkPoints } from '#server/points/rebuild-points'
import { askDatabase } from '#world/ask-database'
import { MIGRATIONS } from '#world/fresh-database'
import { startServer, type RunningServer } from '#world/running-server'
import { START } from '#world/world'

const PEOPLE = 10
const SHELVES = 3
const ASKED_EACH = 4

/** Whose answer came before the server died, and what it was. */
interface Wish {
  token: string
  operation: string
  input: Record<string, unknown>
  answer?: Record<string, unknown>
}

async function call(server: RunningServer, operation: string, input: object, token?: string): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(`${server.address}/api/${operation}`, { method: 'POST', headers, body: JSON.stringify(input) })
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`)
  return response.json() as Promise<Record<string, string>>
}

interface Stage {
  residents: string[]
  rewardIds: string[]
}

/** Residents with points given by two of the office, and shelves with enough for every round. */
async function setStage(server: RunningServer): Promise<Stage> {
  const signIn = async (persona: string, handle: string) =>
    (await call(server, 'people/signInDemo', { persona, handle })) as unknown as { token: string; person: { personId: string } }
  const [author, approver] = [await signIn('admin', 'author'), await signIn('admin', 'approver')]
  const { areas } = (await call(server, 'places/listAreas', {})) as unknown as { areas: { areaId: string; kind: string }[] }
  const communityId = areas.find(area => area.kind === 'community')?.areaId
  const residents: string[] = []
  for (let n = 0; n < PEOPLE; n += 1) {
    const { token, person } = await signIn('resident', `crash-${n}`)
    await call(server, 'people/giveConsent', { policyVersion: POLICY_VERSION }, token)
    const { adjustmentId } = await call(
      server,
      'points/proposeAdjustment',
      { personId: person.personId, amount: 1_000, reason: '为压力测试准备' },
      author.token
    )
    await call(server, 'points/approveAdjustment', { adjustmentId }, approver.token)
    residents.push(token)
  }
  const rewardIds: string[] = []
  for (let n = 0; n < SHELVES; n += 1) {
    const plan = {
      title: `毛巾 ${n}`,
      kind: 'daily',
      communityId,
      price: 1,
      perPersonLimit: 100,
      pickUpPlace: '社区服务站',
      pickUpHours: '每天'
    }
    rewardIds.push((await call(server, 'points/createReward', { ...plan, stock: 50_000 }, author.token)).rewardId ?? '')
  }
  return { residents, rewardIds }
}

const redeemWishes = ({ residents, rewardIds }: Stage, round: number): Wish[] =>
  residents.flatMap(token =>
    Array.from({ length: ASKED_EACH }, (_, n) => ({
      ...{ token, operation: 'points/redeemReward' },
      input: { rewardId: rewardIds[(round + n) % rewardIds.length], quantity: 1, idempotencyKey: `crash-${randomUUID()}` }
    }))
  )

/** Half of what was redeemed before is given back, so that voids are interrupted too, and limits are never reached. */
const cancelWishes = (before: readonly Wish[]): Wish[] =>
  before.flatMap(({ token, answer }) =>
    answer ? [{ token, operation: 'points/cancelRedemption', input: { redemptionId: answer.redemptionId } }] : []
  )

async function ask(server: RunningServer, wishes: readonly Wish[]): Promise<void> {
  await Promise.all(
    wishes.map(async wish => {
      const answer = await call(server, wish.operation, wish.input, wish.token).catch(() => undefined)
      if (answer) wish.answer = answer
    })
  )
}

/** After how many answers it dies is left to chance; the others are under way then. */
async function askUntilKilled(server: RunningServer, wishes: readonly Wish[]): Promise<void> {
  const enough = Math.floor(Math.random() * wishes.length)
  const over = { isSo: false }
  const asking = ask(server, wishes).then(() => (over.isSo = true))
  while (!over.isSo && wishes.filter(wish => wish.answer).length < enough) await new Promise(done => setTimeout(done, 1))
  await server.kill('SIGKILL')
  await asking
}

/** After the restart everything is asked once more: what was answered before is answered the same, the rest goes through now. */
async function askAgain(server: RunningServer, wishes: readonly Wish[]): Promise<void> {
  for (const wish of wishes) {
    const answer: Record<string, unknown> = await call(server, wish.operation, wish.input, wish.token)
    const before = wish.answer?.redemptionId
    if (before !== undefined && before !== answer.redemptionId)
      throw new Error('an answer was lost: the same key has another redemption now')
    wish.answer = answer
  }
}

/** @throws with what is wrong with the books. */
async function expectSound(database: Database, wishes: readonly Wish[]): Promise<void> {
  const { count, differences } = await checkPoints(database)
  if (count > 0) throw new Error(`${count} rows are not what the ledger says: ${JSON.stringify(differences)}`)
  const [row] = await askDatabase(
    database,
    sql`select (select sum(amount)::int from point_lines) as sum, (select count(*)::int from redemptions) as redeemed,
    (select count(*)::int from redemptions where state = 'cancelled') as cancelled,
    (select coalesce(sum(amount), 0)::int from point_holds where state = 'open') as held`
  )
  const redeemed = wishes.filter(wish => wish.operation === 'points/redeemReward').length
  const cancelled = wishes.length - redeemed
  const expected = { sum: 0, redeemed, cancelled, held: redeemed - cancelled }
  if (JSON.stringify(row) !== JSON.stringify(expected))
    throw new Error(`the books say ${JSON.stringify(row)}, not ${JSON.stringify(expected)}`)
}

/**
 * Kills a server that redeems and gives back as fast as it can, again and again, at a moment nobody chose. Afterwards nothing that was
 * acknowledged is lost, nothing is there twice, and what is kept is what the ledger says.
 * @returns how many calls were under way when it died, and how many of them had been answered.
 */
export async function crashOften(url: string, dataDirectory: string, rounds: number, say: (line: string) => void = () => undefined) {
  const environment = { IDENTITY: 'demo', DATABASE_URL: url, DATA_DIR: dataDirectory, RATE_LIMIT_PER_MINUTE: '1000000' }
  const database = openServedDatabase(url, 4, () => undefined)
  const told = { asked: 0, answered: 0 }
  try {
    await database.migrate(MIGRATIONS)
    await seedDemoFoundation({ database, city: keepCity(database.reading, () => new Date(START)) }, new Date(START))
    let server = await startServer(environment)
    const stage = await setStage(server)
    const all: Wish[] = []
    let redeemed: Wish[] = []
    for (let round = 0; round < rounds; round += 1) {
      const wishes = [...redeemWishes(stage, round), ...cancelWishes(redeemed)]
      await askUntilKilled(server, wishes)
      told.asked += wishes.length
      told.answered += wishes.filter(wish => wish.answer).length
      server = await startServer(environment)
      await askAgain(server, wishes)
      all.push(...wishes)
      redeemed = wishes.filter(wish => wish.operation === 'points/redeemReward').filter((_, n) => n % ASKED_EACH !== 0)
      await expectSound(database, all)
      say(`round ${round + 1}: ${wishes.filter(wish => wish.answer).length} calls, sound`)
    }
    await server.kill('SIGTERM')
  } finally {
    await database.close()
  }
  return told
}
