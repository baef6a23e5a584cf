import * as v from 'valibot'
import { openQuery } from '#server/operation'
import { query as declareQuery } from '#contract/operation'
import { Nothing } from '#contract/shapes'
import { demoPeople } from '#server/demo/demo-cast'
import { seedDemoFoundation } from '#server/demo/seed-demo-city'
import { createHttpServer } from '#server/http/http-server'
import { createLogger } from '#server/logger'
import { openDatabase } from '#server/open-database'
import { operations } from '#server/operations'
import { assembleProduct } from '#server/product'
import { readSettings } from '#server/settings'
import { seedAnswers } from './seed-answers'
import { seedJoins, volunteerOf } from './seed-joins'
import { seedManyReports } from './seed-many'

const nothing = openQuery(declareQuery({ summary: 'Does nothing.', isOpen: true, input: Nothing, output: Nothing }), async () => ({}))

/** Signs in the pre-made volunteers, many at once. */
const mint = openQuery(
  declareQuery({
    summary: 'Tokens of people made for the measurement.',
    isOpen: true,
    input: v.object({ from: v.number(), count: v.number() }),
    output: v.object({ tokens: v.array(v.string()) })
  }),
  async ({ input, sessions, now }) => ({
    tokens: await Promise.all(Array.from({ length: input.count }, (_, n) => sessions.issue(volunteerOf(input.from + n), now)))
  })
)

/**
 * The server under measurement, in a process of its own: the real product, beside it an operation that does nothing and a plain
 * Fastify route. Says `ready <port>` on standard output.
 */
async function main() {
  const settings = readSettings({ IDENTITY: 'demo', ...process.env, LOG_LEVEL: 'silent', RATE_LIMIT_PER_MINUTE: '100000000', PORT: '0' })
  const log = createLogger(settings.LOG_LEVEL)
  const database = await openDatabase(settings, log)
  await database.migrate(settings.MIGRATIONS_DIR)
  const product = assembleProduct(settings, database, log, () => new Date(), {
    demoPeople,
    operations: { ...operations, 'bench/nothing': nothing, 'bench/mint': mint }
  })
  await seedDemoFoundation(product, new Date())
  await seedManyReports(database, { reportCount: Number(process.env.BENCH_REPORTS), personCount: Number(process.env.BENCH_PEOPLE) })
  await seedJoins(database, Number(process.env.BENCH_VOLUNTEERS))
  await seedAnswers(database)
  const server = await createHttpServer(product)
  server.post('/plain', { config: { rateLimit: false } }, async () => ({}))
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  process.stdout.write(`ready ${address}\n`)
  process.on(
    'SIGTERM',
    () =>
      void server
        .close()
        .then(() => database.close())
        .then(() => process.exit(0))
  )
}

void main()
