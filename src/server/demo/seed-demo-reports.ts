import { v7 as newId } from 'uuid'
import { POLICY_VERSION, type Persona } from '#contract/people'
import { tick } from '#server/clock'
import { crowdName } from '#server/demo/demo-cast'
import { readDemoPicture, sceneOfStep, scenesBefore } from '#server/demo/demo-pictures'
import { planDemoReports, type DemoReport, type DemoStep } from '#server/demo/demo-reports'
import type { DemoReporter } from '#server/demo/demo-story'
import type { SceneOptions } from '#server/demo/scenes/draw-scene'
import { insertFile, keyOf } from '#server/files/file-store'
import { addPerson, findPersonIdBy, recordConsent } from '#server/people/person-store'
import type { Product } from '#server/product'
import { findReport } from '#server/reports/report-store'

const HOUR_MILLISECONDS = 3_600_000
/** The clock is wound this often while a month is lived through; deadlines it would meet in between are met then. */
const TICK_HOURS = 12

/** A report on its way through the plan, with what the product answered. */
interface Living {
  plan: DemoReport
  reportId: string
  version: number
  photoIds: string[]
  afterId?: string
}

type Event = { at: Date; happen: () => Promise<void> }

/** Lives the demo city's month again through the same operations everybody uses, at the times of the plan. */
class DemoMonth {
  private readonly living = new Map<string, Living>()
  private readonly people = new Map<string, string>()
  private keys = 0

  constructor(
    private readonly product: Product,
    private readonly start: Date
  ) {}

  private async personOf(who: Persona | DemoReporter): Promise<string> {
    const known = this.people.get(who)
    if (known) return known
    const crowd = /^crowd-(\d+)$/.exec(who)
    const personId = crowd
      ? await this.addToCrowd(who, crowdName(Number(crowd[1])))
      : await findPersonIdBy(this.product.database.reading, { demoName: who })
    if (!personId) throw new Error(`nobody plays ${who}`)
    this.people.set(who, personId)
    return personId
  }

  private addToCrowd(demoName: string, displayName: string): Promise<string> {
    return this.product.database.write(async writing => {
      const { personId } = await addPerson(writing, { personId: newId(), displayName, demoName, createdAt: this.start })
      await recordConsent(writing, personId, POLICY_VERSION, this.start)
      return personId
    })
  }

  private async ask(
    who: Persona | DemoReporter,
    operation: string,
    input: Record<string, unknown>,
    at: Date
  ): Promise<Record<string, unknown>> {
    const personId = await this.personOf(who)
    const { dispatch, callers, log } = this.product
    const { status, body } = await dispatch({ operation, input, identify: () => callers.find(personId), requestId: 'demo', log, now: at })
    if (status !== 200)
      throw new Error(
        `the demo plan: ${who} asked ${operation} ${typeof input.to === 'string' ? input.to : ''} at ${at.toISOString()} and was told ${JSON.stringify(body)}`
      )
    return body as Record<string, unknown>
  }

  private newKey = () => `demo-seed-${(this.keys += 1)}`

  private async keepPicture(who: Persona | DemoReporter, scene: SceneOptions, at: Date): Promise<string> {
    const { variants, sha256, width, height } = await readDemoPicture(scene)
    const [fileId, ownerId] = [newId(), await this.personOf(who)]
    for (const [variant, bytes] of Object.entries(variants))
      await this.product.storage.put(keyOf(fileId, variant as keyof typeof variants), bytes)
    await this.product.database.write(writing => insertFile(writing, { fileId, ownerId, sha256, width, height, createdAt: at }))
    return fileId
  }

  private async submit(plan: DemoReport): Promise<void> {
    const { categoryCode, point, text, showsNameToUnit, submittedAt: at } = plan
    const photoIds: string[] = []
    for (const scene of scenesBefore(plan)) photoIds.push(await this.keepPicture(plan.reporter, scene, at))
    const input = { idempotencyKey: this.newKey(), categoryCode, point, photoIds, showsNameToUnit, ...(text && { text }) }
    const { reportId, version } = await this.ask(plan.reporter, 'reports/submitReport', input, at)
    this.living.set(plan.key, { plan, reportId: String(reportId), version: Number(version), photoIds })
  }

  private of(key: string): Living {
    const living = this.living.get(key)
    if (!living) throw new Error(`the demo plan names ${key} before it was sent`)
    return living
  }

  private async take(key: string, step: DemoStep): Promise<void> {
    const living = this.of(key)
    // What a rule does, it did by itself when the report was filed.
    if (step.by === 'rule') return
    if (step.by === 'clock') return this.waitForClock(living, step.at)
    const who = step.by === 'reporter' ? living.plan.reporter : step.by
    const photoIds = step.photo ? [await this.keepPicture(who, sceneOfStep(living.plan, step.photo), step.at)] : undefined
    const { at: _, by: __, photo: ___, masterKey, ...said } = step
    const input = { ...said, reportId: living.reportId, version: living.version, idempotencyKey: this.newKey() }
    const master = masterKey ? { masterId: this.of(masterKey).reportId } : {}
    const { version } = await this.ask(who, 'reports/moveReport', { ...input, ...master, ...(photoIds && { photoIds }) }, step.at)
    living.version = Number(version)
    if (step.photo === 'after') living.afterId = photoIds?.[0]
  }

  /** The clock comes round when the deadline has passed, not before. */
  private async waitForClock(living: Living, at: Date): Promise<void> {
    const due = (await findReport(this.product.database.reading, living.reportId))?.dueAt ?? at
    await tick(this.product, due > at ? due : at)
    living.version = (await findReport(this.product.database.reading, living.reportId))?.version ?? living.version
  }

  private async askSuspension(key: string, request: NonNullable<DemoReport['suspensionRequest']>): Promise<void> {
    const living = this.of(key)
    const { at, ...said } = request
    const input = { ...said, reportId: living.reportId, version: living.version, idempotencyKey: this.newKey() }
    living.version = Number((await this.ask('handler', 'reports/askSuspension', input, at)).version)
  }

  private async publish(key: string, { at, summary }: NonNullable<DemoReport['publication']>): Promise<void> {
    const { reportId, photoIds, afterId } = this.of(key)
    const shown = [photoIds[0], afterId].flatMap(photoId => (photoId ? [{ photoId, rectangles: [] }] : []))
    await this.ask('verifier', 'reports/publishReport', { reportId, summary, photos: shown }, at)
  }

  private eventsOf(plan: DemoReport): Event[] {
    const { key, submittedAt, steps, followers, suspensionRequest, rating, publication } = plan
    const soonAfter = new Date(submittedAt.getTime() + 60_000)
    return [
      { at: submittedAt, happen: () => this.submit(plan) },
      ...followers.map(who => ({
        at: soonAfter,
        happen: async () => {
          await this.ask(who, 'reports/followReport', { reportId: this.of(key).reportId }, soonAfter)
        }
      })),
      ...steps.map(step => ({ at: step.at, happen: () => this.take(key, step) })),
      ...(suspensionRequest ? [{ at: suspensionRequest.at, happen: () => this.askSuspension(key, suspensionRequest) }] : []),
      ...(publication ? [{ at: publication.at, happen: () => this.publish(key, publication) }] : []),
      ...(rating
        ? [
            {
              at: rating.at,
              happen: async () => {
                const { at, ...said } = rating
                await this.ask(plan.reporter, 'reports/rateReport', { reportId: this.of(key).reportId, ...said }, at)
              }
            }
          ]
        : [])
    ]
  }

  /** Everything of the plan and the clock's rounds in between, in the order it happened. */
  async live(plans: readonly DemoReport[], now: Date): Promise<void> {
    const rounds: Event[] = []
    for (let at = this.start.getTime(); at <= now.getTime(); at += TICK_HOURS * HOUR_MILLISECONDS)
      rounds.push({ at: new Date(at), happen: () => tick(this.product, new Date(at)) })
    const events = [...plans.flatMap(plan => this.eventsOf(plan)), ...rounds]
    // Array.prototype.sort is stable: what one report does in the same minute stays in its order.
    for (const event of events.sort((a, b) => a.at.getTime() - b.at.getTime())) await event.happen()
    await tick(this.product, now)
  }
}

/** Gives the demo city its last thirty days: sixty reports in every state. */
export async function seedDemoReports(product: Product, now: Date, say: (line: string) => void): Promise<void> {
  const plans = planDemoReports(now)
  say(`Living through the last 30 days of the demo city: ${plans.length} reports …`)
  const first = plans[0]?.submittedAt ?? now
  await new DemoMonth(product, new Date(first.getTime() - HOUR_MILLISECONDS)).live(plans, now)
}
