import type { ActivityCard } from '#contract/volunteering-shapes'
import type { ActivityState } from '#contract/volunteering-states'
import type { VolunteeringRoles } from '#app/features/organising/organising-role-rules'

export type ManagedCard = ActivityCard & { authorName: string; waiting: number }

/** The tabs over the list; `all` is every state. */
export const managedTabs = ['all', 'draft', 'in_review', 'published', 'running', 'ended'] as const satisfies readonly (
  ActivityState | 'all'
)[]
export type ManagedTab = (typeof managedTabs)[number]

/** The tab an address names; anything unknown is `all`. */
export const tabOf = (named: string | undefined): ManagedTab => managedTabs.find(tab => tab === named) ?? 'all'

/** What waits in an activity for whoever looks, in words; undefined where nothing does. */
export function waitingWords({ state, waiting }: Pick<ManagedCard, 'state' | 'waiting'>, { isReviewer, isOrganiser }: VolunteeringRoles) {
  if (waiting > 0) return `${waiting} 人等你同意报名`
  if (state === 'in_review' && isReviewer) return '等你审核'
  return state === 'ended' && isOrganiser ? '等你认定出勤、结算' : undefined
}

/** What waits stands first; apart from that the order of the server stays. */
export const waitingFirst = (cards: readonly ManagedCard[], roles: VolunteeringRoles): ManagedCard[] => [
  ...cards.filter(card => waitingWords(card, roles)),
  ...cards.filter(card => !waitingWords(card, roles))
]
