import { tick } from '#server/clock'
import { planDemoReports } from '#server/demo/demo-reports'
import { DemoStage, type DemoEvent } from '#server/demo/demo-stage'
import { eventsOfRewards } from '#server/demo/seed-demo-rewards'
import { eventsOfQuizzes } from '#server/demo/seed-demo-quizzes'
import { eventsOfReports } from '#server/demo/seed-demo-reports'
import { eventsOfVolunteering, VOLUNTEERING_BEGAN_DAYS } from '#server/demo/seed-demo-volunteering'
import type { Product } from '#server/product'

const HOUR_MILLISECONDS = 3_600_000
/** The clock is wound this often while a month is lived through; deadlines it would meet in between are met then. */
const TICK_HOURS = 24

/** Gives the demo city its last thirty days: sixty reports in every state, twelve activities, what people learned and exchanged, and the clock's rounds. */
export async function seedDemoMonth(product: Product, now: Date, say: (line: string) => void): Promise<void> {
  const plans = planDemoReports(now)
  say(`Living through the last 30 days of the demo city: ${plans.length} reports, 12 volunteer activities, contests and a survey …`)
  const first = Math.min(plans[0]?.submittedAt.getTime() ?? now.getTime(), now.getTime() - VOLUNTEERING_BEGAN_DAYS * 24 * HOUR_MILLISECONDS)
  const start = new Date(first - HOUR_MILLISECONDS)
  const stage = new DemoStage(product, start)
  const rounds: DemoEvent[] = []
  for (let at = start.getTime(); at <= now.getTime(); at += TICK_HOURS * HOUR_MILLISECONDS)
    rounds.push({ at: new Date(at), happen: () => tick(product, new Date(at)) })
  const lives = [eventsOfReports(stage, plans), eventsOfVolunteering(stage, now), eventsOfQuizzes(stage, now), eventsOfRewards(stage, now)]
  const events = [...lives.flat(), ...rounds]
  // Array.prototype.sort is stable: what one story does in the same minute stays in its order.
  for (const event of events.sort((a, b) => a.at.getTime() - b.at.getTime())) await event.happen()
  await stage.picturesKept()
  await tick(product, now)
}
