import { tick } from '#server/clock'
import { sceneOfStep, scenesBefore } from '#server/demo/demo-pictures'
import type { DemoReport, DemoStep } from '#server/demo/demo-reports'
import type { DemoEvent, DemoStage } from '#server/demo/demo-stage'
import { findReport } from '#server/reports/report-store'

/** A report on its way through the plan, with what the product answered. */
interface Living {
  plan: DemoReport
  reportId: string
  version: number
  photoIds: string[]
  afterId?: string
}

/** The reports of the demo city's month, lived again through the same operations everybody uses, at the times of the plan. */
class DemoReports {
  private readonly living = new Map<string, Living>()

  constructor(private readonly stage: DemoStage) {}

  private async submit(plan: DemoReport): Promise<void> {
    const { categoryCode, point, text, showsNameToUnit, submittedAt: at } = plan
    const photoIds: string[] = []
    for (const scene of scenesBefore(plan)) photoIds.push(await this.stage.keepPicture(plan.reporter, scene, at))
    const input = { idempotencyKey: this.stage.newKey(), categoryCode, point, photoIds, showsNameToUnit, ...(text && { text }) }
    const { reportId, version } = await this.stage.ask(plan.reporter, 'reports/submitReport', input, at)
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
    const photoIds = step.photo ? [await this.stage.keepPicture(who, sceneOfStep(living.plan, step.photo), step.at)] : undefined
    const { at: _, by: __, photo: ___, masterKey, ...said } = step
    const input = { ...said, reportId: living.reportId, version: living.version, idempotencyKey: this.stage.newKey() }
    const master = masterKey ? { masterId: this.of(masterKey).reportId } : {}
    const { version } = await this.stage.ask(who, 'reports/moveReport', { ...input, ...master, ...(photoIds && { photoIds }) }, step.at)
    living.version = Number(version)
    if (step.photo === 'after') living.afterId = photoIds?.[0]
  }

  /** The clock comes round when the deadline has passed, not before. */
  private async waitForClock(living: Living, at: Date): Promise<void> {
    const due = (await findReport(this.stage.product.database.reading, living.reportId))?.dueAt ?? at
    await tick(this.stage.product, due > at ? due : at)
    living.version = (await findReport(this.stage.product.database.reading, living.reportId))?.version ?? living.version
  }

  private async askSuspension(key: string, request: NonNullable<DemoReport['suspensionRequest']>): Promise<void> {
    const living = this.of(key)
    const { at, ...said } = request
    const input = { ...said, reportId: living.reportId, version: living.version, idempotencyKey: this.stage.newKey() }
    living.version = Number((await this.stage.ask('handler', 'reports/askSuspension', input, at)).version)
  }

  private async publish(key: string, { at, summary }: NonNullable<DemoReport['publication']>): Promise<void> {
    const { reportId, photoIds, afterId } = this.of(key)
    const shown = [photoIds[0], afterId].flatMap(photoId => (photoId ? [{ photoId, rectangles: [] }] : []))
    await this.stage.picturesKept()
    await this.stage.ask('verifier', 'reports/publishReport', { reportId, summary, photos: shown }, at)
  }

  eventsOf(plan: DemoReport): DemoEvent[] {
    const { key, submittedAt, steps, followers, suspensionRequest, rating, publication } = plan
    const soonAfter = new Date(submittedAt.getTime() + 60_000)
    return [
      { at: submittedAt, happen: () => this.submit(plan) },
      ...followers.map(who => ({
        at: soonAfter,
        happen: async () => {
          await this.stage.ask(who, 'reports/followReport', { reportId: this.of(key).reportId, point: plan.point }, soonAfter)
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
                await this.stage.ask(plan.reporter, 'reports/rateReport', { reportId: this.of(key).reportId, ...said }, at)
              }
            }
          ]
        : [])
    ]
  }
}

/** What happened to the reports of a plan. */
export function eventsOfReports(stage: DemoStage, plans: readonly DemoReport[]): DemoEvent[] {
  const reports = new DemoReports(stage)
  return plans.flatMap(plan => reports.eventsOf(plan))
}
