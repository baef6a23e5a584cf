import { places as contract, type AreaFeature } from '#contract/places'
import { command, isCityAdmin } from '#server/operation'
import { movesBetweenMaps } from '#server/places/areas/area-change-rules'
import { deleteAreas, findImport, lastImport, listChanges, lockAreas, markUndone } from '#server/places/areas/area-import-store'
import { viewOfImport } from '#server/places/areas/import-view'
import { moveWithAreas } from '#server/places/areas/move-with-areas'
import { allUses } from '#server/places/areas/uses'
import { listAreaRows, saveAreas } from '#server/places/places-store'
import { refuse, refuseInput } from '#server/refusal'
import { takeBackOwnOrganisations } from '#server/volunteering/organisations/own-organisation-store'

type Change = Awaited<ReturnType<typeof listChanges>>[number]

/** What an import changed, as it was before, ready to be saved again. */
const featuresBefore = (changes: readonly Change[]) =>
  changes.flatMap(({ areaId, before }) => {
    if (!before) return []
    const { shape, centreLongitude, centreLatitude, ...properties } = before
    const feature: AreaFeature = { type: 'Feature', properties: { areaId, ...properties }, geometry: shape }
    return [{ feature, centre: { longitude: centreLongitude, latitude: centreLatitude } }]
  })

/** The last import goes back whole, cases that moved with it included; what was built on it since has to go first. */
export const undoImport = command(
  contract.undoImport,
  async ({ input, caller, city, writing, now, afterCommit, forgetCity, buildCity }) => {
    if (!isCityAdmin(caller, city)) refuse('not-found')
    await lockAreas(writing)
    const found = (await findImport(writing, input.importId)) ?? refuse('not-found')
    if (found.undoneAt) refuse('already-done')
    if ((await lastImport(writing))?.importId !== found.importId) refuse('later-import')
    const changes = await listChanges(writing, found.importId)
    const added = changes.filter(({ before }) => before === null).map(({ areaId }) => areaId)
    const restored = featuresBefore(changes)
    const before = new Map((await listAreaRows(writing)).map(row => [row.areaId, row]))
    await saveAreas(writing, restored)
    await takeBackOwnOrganisations(writing, added)
    const uses = added.length > 0 ? await allUses(writing, added, now) : []
    if (uses.length > 0) refuse('still-in-use', { uses })
    await deleteAreas(writing, added)
    const after = new Map((await listAreaRows(writing)).map(row => [row.areaId, row]))
    await moveWithAreas(writing, movesBetweenMaps(new Map([...before].filter(([id]) => after.has(id))), after), now)
    await markUndone(writing, found.importId, now)
    const { places } = await buildCity(writing)
    const isLost = places.areas.some(({ parentId }) => parentId !== null && !places.hasArea(parentId))
    if (isLost) refuseInput('importId', 'an area would lie in one that is retired by now')
    afterCommit(forgetCity)
    return viewOfImport({ ...found, undoneAt: now })
  }
)
