import { v7 as newId } from 'uuid'
import { POLICY_VERSION, type Persona } from '#contract/people'
import { crowdName } from '#server/demo/demo-cast'
import { readDemoPicture, type DemoDrawing } from '#server/demo/demo-pictures'
import { insertFile, keyOf } from '#server/files/file-store'
import { addPerson, findPersonIdBy, recordConsent } from '#server/people/person-store'
import type { Product } from '#server/product'

/** A persona, or `crowd-<n>`. */
export type DemoPlayer = Persona | (string & {})

/** Something that happened at a moment of the demo city's past. */
export interface DemoEvent {
  at: Date
  happen: () => Promise<unknown>
}

/** Where the demo city's past is played: its people ask the product's own operations, at moments that are over. */
export class DemoStage {
  private readonly people = new Map<string, string>()
  private keys = 0
  /** Pictures on their way to the disk: forcing each of them out takes longer than all the rest of its story. */
  private arriving: Promise<unknown>[] = []

  constructor(
    readonly product: Product,
    private readonly start: Date
  ) {}

  async personOf(who: DemoPlayer): Promise<string> {
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

  /** Asks as somebody, at a moment. @throws where the product refuses: then the plan is wrong. */
  async ask(who: DemoPlayer, operation: string, input: Record<string, unknown>, at: Date): Promise<Record<string, unknown>> {
    const personId = await this.personOf(who)
    const { dispatch, callers, log } = this.product
    const { status, body } = await dispatch({ operation, input, identify: () => callers.find(personId), requestId: 'demo', log, now: at })
    if (status !== 200)
      throw new Error(
        `the demo plan: ${who} asked ${operation} ${typeof input.to === 'string' ? input.to : ''} at ${at.toISOString()} and was told ${JSON.stringify(body)}`
      )
    return body as Record<string, unknown>
  }

  newKey = () => `demo-seed-${(this.keys += 1)}`

  async keepPicture(who: DemoPlayer, drawing: DemoDrawing, at: Date): Promise<string> {
    const { variants, sha256, width, height } = await readDemoPicture(drawing)
    const [fileId, ownerId] = [newId(), await this.personOf(who)]
    for (const [variant, bytes] of Object.entries(variants)) {
      const kept = this.product.storage.put(keyOf(fileId, variant as keyof typeof variants), bytes)
      // Told by picturesKept, not as a fault nobody waited for.
      kept.catch(() => undefined)
      this.arriving.push(kept)
    }
    await this.product.database.write(writing => insertFile(writing, { fileId, ownerId, sha256, width, height, createdAt: at }))
    return fileId
  }

  /** Whoever opens a picture waits for it first. @throws where one could not be kept. */
  async picturesKept(): Promise<void> {
    const arriving = this.arriving
    this.arriving = []
    await Promise.all(arriving)
  }
}
