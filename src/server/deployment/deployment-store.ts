import { eq, isNotNull } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { deployment } from '#server/deployment/deployment-tables'
import { people } from '#server/people/people-tables'

const NAME = 'this'

export interface Deployment {
  identity: string
  secretFingerprint: string
}

export async function findDeployment(reading: Reading): Promise<Deployment | undefined> {
  const { identity, secretFingerprint } = deployment
  const [found] = await reading.select({ identity, secretFingerprint }).from(deployment).where(eq(deployment.name, NAME))
  return found
}

export const recordDeployment = (writing: Writing, { identity, secretFingerprint }: Deployment, now: Date) =>
  writing
    .insert(deployment)
    .values({ name: NAME, identity, secretFingerprint, recordedAt: now })
    .onConflictDoUpdate({ target: deployment.name, set: { identity, secretFingerprint, recordedAt: now } })

/** Somebody came through WeChat: the people of a city are in this database, whatever it was last served as. */
export async function hasPeopleOfWeChat(reading: Reading): Promise<boolean> {
  const found = await reading.select({ personId: people.personId }).from(people).where(isNotNull(people.openid)).limit(1)
  return found.length > 0
}
