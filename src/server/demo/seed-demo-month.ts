import { tick } from '#server/clock'
import { planDemoReports } from '#server/demo/demo-reports'
import { DemoStage, type DemoEvent } from '#server/demo/demo-stage'
import { eventsOfReports } from '#server/demo/seed-demo-reports'
import { eventsOfVolunteering, VOLUNTEERING_BEGAN_DAYS } from '#server/demo/seed-demo-volunteering'
import type { Product } from '#server/product'

const HOUR_MILLISECONDS = 3_600_000
/** The clock is wound this often while a month is lived through; deadlines it would meet in between are met then. */
const TICK_HOURS = 24

/** Gives the demo city its last thirty days: sixty reports in every state, twelve activities, and the clock's rounds in between. */
export async function seedDemoMonth(product: Product, now: Date, say: (line: string) => void): Promise<void> {
  const plans = planDemoReports(now)
  say(`Living through the last 30 days of the demo city: ${plans.length} reports, 12 volunteer activities …`)
  const first = Math.min(plans[0]?.submittedAt.getTime() ?? now.getTime(), now.getTime() - VOLUNTEERING_BEGAN_DAYS * 24 * HOUR_MILLISECONDS)
  const start = new Date(first - HOUR_MILLISECONDS)
  const stage = new DemoStage(product, start)
  const rounds: DemoEvent[] = []
  for (let at = start.getTime(); at <= now.getTime(); at += TICK_HOURS * HOUR_MILLISECONDS)
    rounds.push({ at: new Date(at), happen: () => tick(product, new Date(at)) })
  const events = [...eventsOfReports(stage, plans), ...eventsOfVolunteering(stage, now), ...rounds]
  // Array.prototype.sort is stable: what one story does in the same minute stays in its order.
  for (const event of events.sort((a, b) => a.at.getTime() - b.at.getTime())) await event.happen()
  await stage.picturesKept()
  await tick(product, now)
}
