import { places as contract } from '#contract/places'
import { query, isCityAdmin } from '#server/operation'
import { listImportRows } from '#server/places/areas/area-import-store'
import { viewOfImport } from '#server/places/areas/import-view'
import { refuse } from '#server/refusal'

export const listImports = query(contract.listImports, async ({ caller, city, reading }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  return { imports: (await listImportRows(reading)).map(viewOfImport) }
})
