import type { Logger } from 'pino'
import type { CityBook } from '#server/city'
import type { Database } from '#server/database/database'
import { compareSecrets } from '#server/deployment/compare-secrets'
import { deleteAbandoned, documentKeyOf, keyOf, listAbandoned } from '#server/files/file-store'
import { dropPastSessions } from '#server/people/session-store'
import type { Sessions } from '#server/people/sessions'
import { releaseLapsed } from '#server/quizzes/fielding/fielding-store'
import { tickRedemptions } from '#server/points/rewards/give-back'
import { tickPoints, type PointsReminder } from '#server/points/lots/tick-points'
import { tickQuizzes } from '#server/quizzes/learning/tick-quizzes'
import { tickItemStatistics } from '#server/quizzes/statistics/tick-item-statistics'
import { tickReports } from '#server/reports/tick-reports'
import type { Settings } from '#server/settings'
import type { Storage } from '#server/storage/storage'
import type { Reminder } from '#server/volunteering/sign-ups/sign-up-clock-store'
import { tickVolunteering } from '#server/volunteering/tick-volunteering'
import type { WeChat } from '#server/wechat/wechat'

/** Said in the log of whatever the clock could not do; it tries again in a minute. */
export const PASSED_OVER = 'the clock passed over what it could not do'
const ABANDONED_FILE_HOURS = 24
/** A desktop that asks late is still told that its code is too old. */
const DESKTOP_CODES_KEPT_HOURS = 1
/** After a long stop there may be much to do; what is left waits for the next minute. */
const ROUNDS_MAX = 50
const FILES_AT_ONCE = 100
/** A night has some fifty batches; what is left of it waits for the next minute. */
const STATISTICS_BATCHES_MAX = 60

export interface ClockWork {
  settings: Pick<Settings, 'IDENTITY'>
  database: Database
  city: CityBook
  storage: Storage
  sessions: Sessions
  wechat: WeChat
  log: Logger
}

/** Uploads nobody attached to anything within a day leave the disk. */
async function removeAbandonedFiles({ database, storage }: ClockWork, now: Date): Promise<void> {
  const before = new Date(now.getTime() - ABANDONED_FILE_HOURS * 3_600_000)
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const abandoned = await listAbandoned(database.reading, before, FILES_AT_ONCE)
    for (const fileId of abandoned) {
      if (!(await database.write(writing => deleteAbandoned(writing, fileId)))) continue
      for (const variant of ['photo', 'thumbnail', 'glance'] as const) await storage.remove(keyOf(fileId, variant))
      await storage.remove(documentKeyOf(fileId))
    }
    if (abandoned.length < FILES_AT_ONCE) break
  }
}

/** A reminder that does not arrive is not tried again: the shift stands in the app all the same. */
async function remind({ wechat, log }: ClockWork, reminders: readonly (Reminder | PointsReminder)[]): Promise<void> {
  for (const { openid, ...said } of reminders) {
    if (openid === null) continue
    await wechat.sendReminder(openid, said).catch(() => log.warn('a reminder could not be sent'))
  }
}

/** How questions do is counted once a night, batch by batch. */
async function countItems({ database }: ClockWork, now: Date): Promise<void> {
  for (let batch = 0; batch < STATISTICS_BATCHES_MAX; batch += 1)
    if ((await database.write(writing => tickItemStatistics(writing, now))).counted === 0) break
}

/** A round of one noun: how much of each kind it found to do. */
type Part = () => Promise<object>

/** Each noun has a transaction of its own, and one that cannot go on is logged and holds up no other. */
async function passingOver({ log }: Pick<ClockWork, 'log'>, name: string, part: () => Promise<unknown>): Promise<unknown> {
  try {
    return await part()
  } catch (err) {
    log.error({ err, part: name }, PASSED_OVER)
    return {}
  }
}

function partsOf(work: ClockWork, now: Date): Record<string, Part> {
  const { database, log } = work
  return {
    reports: async () => {
      const city = await work.city.read()
      return database.write(writing => tickReports(writing, city, now, (reportId, err) => log.error({ err, reportId }, PASSED_OVER)))
    },
    volunteering: async () => {
      let reminders: readonly Reminder[] = []
      const round = await database.write(writing => tickVolunteering(writing, now, due => (reminders = due)))
      await remind(work, reminders)
      return round
    },
    quizzes: () => database.write(writing => tickQuizzes(writing, now)),
    redemptions: () => database.write(writing => tickRedemptions(writing, now)),
    points: async () => {
      let warnings: readonly PointsReminder[] = []
      const round = await database.write(writing => tickPoints(writing, now, due => (warnings = due)))
      await remind(work, warnings)
      return round
    }
  }
}

/** Round after round until a noun has nothing left to do. */
async function tickPart(name: string, part: Part, work: ClockWork): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const done = (await passingOver(work, name, part)) as object
    if (Object.values(done).every(count => count === 0)) break
  }
}

/**
 * Everything that happens by itself: questions and suspensions that end, escalations, points that are released or expire, places that
 * stayed solved, offered seats that go on, shifts that begin and end, attempts of
 * past days, statistics of questions, units of surveys nobody visits, keys and files nobody needs. Idempotent, and safe while another process does the same.
 */
export async function tick(work: ClockWork, now: Date): Promise<void> {
  for (const [name, part] of Object.entries(partsOf(work, now))) await tickPart(name, part, work)
  const { database } = work
  const pastCodes = new Date(now.getTime() - DESKTOP_CODES_KEPT_HOURS * 3_600_000)
  await passingOver(work, 'item statistics', () => countItems(work, now))
  await passingOver(work, 'fielding', () => database.write(writing => releaseLapsed(writing, now)))
  await passingOver(work, 'sessions', () => database.write(writing => dropPastSessions(writing, now, pastCodes)))
  await passingOver(work, 'files', () => removeAbandonedFiles(work, now))
  work.sessions.rotate(now)
  await compareSecrets(work, now)
}

/** Runs `tick` every minute, one at a time. @returns stops it, after the tick under way. */
export function startClock({ now, ...work }: ClockWork & { now: () => Date }): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let isRunning = false
  const run = () => {
    if (isRunning) return
    isRunning = true
    running = tick(work, now())
      .catch((err: unknown) => work.log.error({ err }, 'the clock stumbled; it tries again in a minute'))
      .finally(() => (isRunning = false))
  }
  run()
  const timer = setInterval(run, 60_000)
  return async () => {
    clearInterval(timer)
    await running
  }
}
