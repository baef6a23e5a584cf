import { demoBoard, demoRedemptions, demoRewards, type DemoRedemption, type DemoReward } from '#server/demo/demo-rewards'
import type { DemoEvent, DemoStage } from '#server/demo/demo-stage'
import { momentOf } from '#server/demo/demo-timeline'
import type { RewardSubject } from '#server/demo/scenes/rewards/draw-reward'

const HOUR = 3_600_000
/** Shelves were filled so many days ago, before anybody had points to spend. */
const SHELVES_DAYS = 30
/** Kept in front of whoever opens the demo first; it is theirs for ten minutes more. */
const RESERVED_MINUTES_AGO = 5

const plus = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR)

/** The shelves of the demo city's communities, lived through the same operations everybody uses; its liaison keeps them all. */
class DemoShelves {
  private readonly rewardIds = new Map<string, string>()
  private readonly pictures = new Map<RewardSubject, string>()
  private readonly events: DemoEvent[] = []

  constructor(
    private readonly stage: DemoStage,
    private readonly now: Date
  ) {}

  private happens(at: Date, happen: () => Promise<unknown>): void {
    if (at <= this.now) this.events.push({ at, happen })
  }

  private async pictureOf(reward: RewardSubject, at: Date): Promise<string> {
    const kept = this.pictures.get(reward) ?? (await this.stage.keepPicture('dispatcher', { reward }, at))
    this.pictures.set(reward, kept)
    return kept
  }

  private async fill({ key, subject, state, ...plan }: DemoReward, at: Date): Promise<void> {
    const photoFileId = await this.pictureOf(subject, at)
    const said = { ...plan, photoFileId, ...(state === 'draft' && { isDraft: true }) }
    const { rewardId } = await this.stage.ask('dispatcher', 'points/createReward', said, at)
    this.rewardIds.set(key, String(rewardId))
    if (state === 'closed') await this.stage.ask('dispatcher', 'points/moveReward', { rewardId, version: 1, to: 'closed' }, at)
  }

  private async take({ who, reward, becomes }: DemoRedemption, at: Date): Promise<string> {
    const isReservation = becomes === 'reserved' || becomes === 'lapsed'
    const said = { rewardId: this.rewardIds.get(reward), quantity: 1, isReservation, idempotencyKey: this.stage.newKey() }
    return String((await this.stage.ask(who, 'points/redeemReward', said, at)).redemptionId)
  }

  /** With the card of somebody who has no phone at hand. */
  private async takeByCard({ who, reward }: DemoRedemption, at: Date): Promise<void> {
    await this.stage.ask(who, 'volunteering/saveMyProfile', { birthDate: '1948-09-02', skills: [] }, at)
    const { cardCode } = await this.stage.ask(who, 'volunteering/getMyProfile', {}, at)
    const said = { rewardId: this.rewardIds.get(reward), quantity: 1, cardCode, consent: 'said-so', idempotencyKey: this.stage.newKey() }
    await this.stage.ask('dispatcher', 'points/redeemForPerson', said, at)
  }

  private async handOver(who: string, redemptionId: string, at: Date): Promise<void> {
    const { code } = await this.stage.ask(who, 'points/getRedemption', { redemptionId }, at)
    await this.stage.ask('dispatcher', 'points/fulfilRedemption', { code }, at)
  }

  private redeems(plan: DemoRedemption): void {
    const { who, becomes, reward } = plan
    const at = momentOf(plan, this.now)
    if (becomes === 'on-behalf') return this.happens(at, () => this.takeByCard(plan, at))
    let redemptionId = ''
    this.happens(at, async () => (redemptionId = await this.take(plan, at)))
    const [ready, fetched] = [plus(at, 5), plus(at, 26)]
    if (becomes === 'cancelled') this.happens(fetched, () => this.stage.ask(who, 'points/cancelRedemption', { redemptionId }, fetched))
    if (becomes !== 'fulfilled') return
    if (demoRewards.find(one => one.key === reward)?.needsPreparing)
      this.happens(ready, () => this.stage.ask('dispatcher', 'points/markRedemptionReady', { redemptionId }, ready))
    this.happens(fetched, () => this.handOver(who, redemptionId, fetched))
  }

  /** A count that found two more than the book said. */
  private counts(): void {
    const at = momentOf({ daysAgo: 7, at: '17:10' }, this.now)
    this.happens(at, async () => {
      const rewardId = this.rewardIds.get('soap')
      const { version } = await this.stage.ask('dispatcher', 'points/getReward', { rewardId }, at)
      await this.stage.ask('dispatcher', 'points/countStock', { rewardId, version, counted: 41, note: '月中盘点，柜子里多出两套' }, at)
    })
  }

  /** Proposed by one, still to be approved by a second. */
  private adjusts(): void {
    const at = momentOf({ daysAgo: 1, at: '16:40' }, this.now)
    this.happens(at, async () => {
      const said = { personId: await this.stage.personOf('crowd-9'), amount: 6, reason: '雨天值守那次签退码没刷出来，补记' }
      await this.stage.ask('supervisor', 'points/proposeAdjustment', said, at)
    })
  }

  eventsOf(): DemoEvent[] {
    const filled = momentOf({ daysAgo: SHELVES_DAYS, at: '09:00' }, this.now)
    for (const [n, reward] of demoRewards.entries()) {
      const at = new Date(filled.getTime() + n * 60_000)
      this.happens(at, () => this.fill(reward, at))
    }
    for (const plan of demoRedemptions) this.redeems(plan)
    const reserved = new Date(this.now.getTime() - RESERVED_MINUTES_AGO * 60_000)
    const waiting = { who: 'resident', reward: 'seedling', becomes: 'reserved', daysAgo: 0, at: '' } as const
    this.happens(reserved, () => this.take(waiting, reserved))
    this.counts()
    this.adjusts()
    const chosen = momentOf({ daysAgo: 20, at: '20:00' }, this.now)
    for (const { who, communityId } of demoBoard)
      this.happens(chosen, () => this.stage.ask(who, 'points/chooseBoard', { communityId, isShown: true }, chosen))
    return this.events
  }
}

/** What happened on the shelves of the demo city up to now. */
export const eventsOfRewards = (stage: DemoStage, now: Date): DemoEvent[] => new DemoShelves(stage, now).eventsOf()
