import type { AreaKind } from '#contract/places'
import type { Grant } from '#contract/people'
import { businessDateOf } from '#server/business-date'
import { maskName } from '#server/volunteering/volunteers/name-rules'

interface Places {
  places: { kindOf: (areaId: string) => AreaKind | undefined }
}

/** The city office (创建办), which answers for the books: a supervisor or admin of the whole city. */
export const keepsBooks = ({ grants }: { grants: readonly Grant[] }, city: Places): boolean =>
  grants.some(
    ({ role, areaId }) => (role === 'supervisor' || role === 'admin') && areaId !== undefined && city.places.kindOf(areaId) === 'city'
  )

interface AdjustmentSaid {
  adjustmentId: string
  personId: string
  amount: number
  reason: string
  state: 'proposed' | 'approved' | 'refused'
  proposerId: string
  proposedAt: Date
  deciderId: string | null
  decidedAt: Date | null
  note: string | null
}

/** A proposal as staff see it: who it is for is masked, who proposed and decided is named. */
export const viewOfAdjustment = (row: AdjustmentSaid, names: ReadonlyMap<string, string>, viewerId: string) => ({
  ...{ adjustmentId: row.adjustmentId, maskedName: maskName(names.get(row.personId) ?? ''), amount: row.amount, reason: row.reason },
  ...{ state: row.state, proposedAt: row.proposedAt.toISOString(), proposer: names.get(row.proposerId) ?? '' },
  isMine: row.proposerId === viewerId,
  ...(row.decidedAt && { decidedAt: row.decidedAt.toISOString() }),
  ...(row.deciderId !== null && { decider: names.get(row.deciderId) ?? '' }),
  ...(row.note !== null && { note: row.note })
})

/** Whether a business date is a day of the calendar; a month has no 31st everywhere. */
export const isDay = (date: string) => {
  const day = new Date(`${date}T00:00:00+08:00`)
  return !Number.isNaN(day.getTime()) && businessDateOf(day) === date
}

/** An account as an auditor reads it: whose it is stands masked beside it. */
export const accountSeen = (account: string) => account.replace(/^person:.*:(\w+)$/, 'person:*:$1')
