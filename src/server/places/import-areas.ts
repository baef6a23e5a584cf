import { v7 as newId } from 'uuid'
import { areaKinds, places as contract } from '#contract/places'
import { command, isCityAdmin } from '#server/operation'
import { planImport } from '#server/places/areas/area-import'
import { addImport, lockAreas } from '#server/places/areas/area-import-store'
import { moveWithAreas } from '#server/places/areas/move-with-areas'
import { centreOf } from '#server/places/grid-index'
import { saveAreas } from '#server/places/places-store'
import { refuse } from '#server/refusal'
import { giveCommunitiesTheirOrganisation } from '#server/volunteering/organisations/own-organisation-store'

/** A city brings its grids as GeoJSON (RFC 7946, WGS-84). One fault and nothing of it is taken; what came can be taken back. */
export const importAreas = command(
  contract.importAreas,
  async ({ input, caller, writing, city, now, afterCommit, forgetCity, buildCity }) => {
    if (!isCityAdmin(caller, city)) refuse('not-found')
    await lockAreas(writing)
    const { added, changed, moves } = await planImport(writing, input, now)
    const features = [...added, ...changed.map(({ feature }) => feature)]
    if (features.length === 0) return { imported: input.features.length }
    const fromTheTop = features.sort((a, b) => areaKinds.indexOf(a.properties.kind) - areaKinds.indexOf(b.properties.kind))
    await saveAreas(
      writing,
      fromTheTop.map(feature => ({ feature, centre: centreOf(feature.geometry) }))
    )
    const importId = newId()
    await addImport(writing, { importId, importedAt: now, addedCount: added.length, changedCount: changed.length, undoneAt: null }, [
      ...added.map(({ properties }) => ({ areaId: properties.areaId, before: null })),
      ...changed.map(({ before: { areaId, retiresOn: _, ...before } }) => ({ areaId, before }))
    ])
    await giveCommunitiesTheirOrganisation(writing, features)
    await moveWithAreas(writing, moves, now)
    await buildCity(writing)
    afterCommit(forgetCity)
    return { imported: input.features.length }
  }
)
