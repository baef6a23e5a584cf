import type { AllowedMove, HistoryEntry, ReportDetail, ReportPhoto } from '#contract/report-shapes'
import { reports as contract } from '#contract/reports'
import type { Reading } from '#server/database/database'
import { query, type Caller } from '#server/operation'
import { namesOf } from '#server/people/person-store'
import { refuse } from '#server/refusal'
import { correctorOf } from '#server/reports/correction'
import { toCard } from '#server/reports/report-card'
import { historyAsSeen, viewOf, type View } from '#server/reports/report-view'
import { pointsOfReport } from '#server/reports/report-points-store'
import { allowedMoves, capacitiesOf, objectionUntil } from '#server/reports/report-rules'
import { relationTo } from '#server/reports/report-people-store'
import { findLastMaster } from '#server/reports/report-merge-store'
import { findReport, hasObjected, listHistory, listPhotos, type ReportRow } from '#server/reports/report-store'
import type { City } from '#server/city'
import type { FileAddresses } from '#server/files/file-addresses'

interface Looking {
  reading: Reading
  caller: Caller
  row: ReportRow
  view: View
  city: City
  addresses: FileAddresses
  now: Date
}

async function photosAsSeen({ reading, row, view, addresses, caller, now }: Looking): Promise<ReportPhoto[]> {
  const seen = { now, viewerId: caller.personId }
  return (await listPhotos(reading, row.reportId)).map(({ photo, isRedacted }) => {
    const large = view.seesOriginals || photo.addedBy === caller.personId ? 'photo' : isRedacted ? 'redacted' : 'glance'
    const small = large === 'photo' ? 'thumbnail' : large === 'redacted' ? 'redacted-thumbnail' : 'glance'
    return {
      photoId: photo.fileId,
      kind: photo.kind,
      takenAt: photo.takenAt.toISOString(),
      url: addresses.addressOf(photo.fileId, large, seen),
      thumbnailUrl: addresses.addressOf(photo.fileId, small, seen)
    }
  })
}

async function historyOf({ reading, row, view, city }: Looking): Promise<HistoryEntry[]> {
  const history = await listHistory(reading, row.reportId)
  const actors = history.flatMap(entry => (entry.actorId ? [entry.actorId] : []))
  const names = view.kind === 'staff' ? await namesOf(reading, actors) : new Map<string, string>()
  return history.map(entry => historyAsSeen(entry, view, names, city))
}

async function linked({ reading, row, view }: Looking): Promise<Pick<ReportDetail, 'master' | 'recurrenceOf'>> {
  const master = row.masterId ? await findLastMaster(reading, row.masterId) : undefined
  const earlier = row.recurrenceOf && view.kind === 'staff' ? await findReport(reading, row.recurrenceOf) : undefined
  return {
    ...(master && {
      master: {
        reportId: master.reportId,
        number: master.number,
        state: master.state,
        ...(master.dueAt && { dueAt: master.dueAt.toISOString() })
      }
    }),
    ...(earlier?.closedAt && {
      recurrenceOf: { reportId: earlier.reportId, number: earlier.number, closedAt: earlier.closedAt.toISOString() }
    })
  }
}

async function reporterNameOf({ reading, row, view }: Looking): Promise<string | undefined> {
  if (!row.reporterId || !view.seesReporter) return undefined
  return (await namesOf(reading, [row.reporterId])).get(row.reporterId)
}

/** Staff read no points of others here; before the first closing there are none to ask for. */
async function pointsFor({ reading, row, view, caller }: Looking) {
  if (view.kind === 'staff' || (row.closedAt === null && row.firstCloserId === null)) return undefined
  return pointsOfReport(reading, { reportId: row.reportId, closingRound: row.closingRound, personId: caller.personId })
}

/** `moves` say what may still be said: a date alone promises nothing. */
function standing(row: ReportRow, view: View, moves: readonly AllowedMove[]): Partial<ReportDetail> {
  const until = moves.some(({ to }) => to === 'objection') ? objectionUntil(row) : undefined
  return {
    ...(row.text && view.kind !== 'follower' && { text: row.text }),
    ...(row.landmark && { address: row.landmark }),
    ...(row.question && view.kind !== 'follower' && { question: row.question }),
    ...(row.rating !== null && { rating: row.rating }),
    ...(until && { objectionUntil: until.toISOString() }),
    ...(row.state === 'suspended' && row.dueAt && { reviewOn: row.dueAt.toISOString() }),
    ...(row.suspensionRequest &&
      view.kind === 'staff' && {
        suspensionRequest: {
          reasonCode: row.suspensionRequest.reasonCode,
          note: row.suspensionRequest.note,
          reviewOn: new Date(`${row.suspensionRequest.reviewOn}T00:00:00+08:00`).toISOString(),
          askedAt: row.suspensionRequest.askedAt
        }
      }),
    ...(row.recurrence && { recurrence: row.recurrence }),
    ...(row.publishedAt && { publishedAt: row.publishedAt.toISOString() })
  }
}

export const getReport = query(contract.getReport, async ({ input, caller, reading, city, addresses, now }) => {
  const row = (await findReport(reading, input.reportId)) ?? refuse('not-found')
  const relation = await relationTo(reading, row.reportId, caller.personId)
  const actors = capacitiesOf(row, caller, relation === 'follower')
  const view = viewOf(actors, row) ?? refuse('not-found')
  const looking: Looking = { reading, caller, row, view, city: city, addresses, now }
  const mover = { personId: caller.personId, actors, hasObjected: await hasObjected(reading, row, caller.personId) }
  const reporterName = await reporterNameOf(looking)
  const points = await pointsFor(looking)
  const moves = allowedMoves(row, mover, now)
  const unit = row.unitId === null ? undefined : looking.city.places.unitOf(row.unitId)
  return {
    ...toCard(row, looking.city, addresses, {
      now,
      seesPhoto: view.seesOriginals,
      isFollower: view.kind === 'follower',
      viewerId: caller.personId
    }),
    viewer: view.kind,
    place: looking.city.places.placeAt(row),
    photos: await photosAsSeen(looking),
    history: await historyOf(looking),
    moves,
    mayCorrect: correctorOf(row.state, actors) !== undefined,
    followerCount: row.followerCount,
    returnCount: row.returnCount,
    recallCount: row.recallCount,
    mergedCount: row.mergedCount,
    ...standing(row, view, moves),
    ...(await linked(looking)),
    ...(unit && { unit }),
    ...(points && { points }),
    ...(reporterName && { reporterName })
  }
})
