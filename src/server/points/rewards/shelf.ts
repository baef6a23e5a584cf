import type { City } from '#server/city'
import type { Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { keepsShelf } from '#server/points/rewards/reward-rights-rules'
import { lockReward, type RewardRow } from '#server/points/rewards/reward-store'
import { refuse } from '#server/refusal'

interface Asked {
  caller: Pick<Caller, 'grants'>
  city: City
}

export const keepsShelfHere = ({ caller, city }: Asked, communityId: string) =>
  keepsShelf(caller.grants, communityId, (area, inner) => city.places.contains(area, inner))

/** The communities whose shelves somebody keeps; for who keeps none, there is nothing here. */
export function shelvesOf(asked: Asked): string[] {
  const ids = asked.city.places.areas.filter(area => area.kind === 'community').map(area => area.areaId)
  const kept = ids.filter(communityId => keepsShelfHere(asked, communityId))
  return kept.length > 0 ? kept : refuse('not-found')
}

/** The reward in the version somebody saw, held, for who keeps its shelf. */
export async function holdMyReward(
  writing: Writing,
  { rewardId, version }: { rewardId: string; version: number },
  asked: Asked
): Promise<RewardRow> {
  const row = await lockReward(writing, rewardId)
  if (!row || !keepsShelfHere(asked, row.communityId)) return refuse('not-found')
  return row.version === version ? row : refuse('stale-version')
}
