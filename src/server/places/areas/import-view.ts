import type { AreaImportRow } from '#server/places/areas/area-import-store'

export const viewOfImport = ({ importId, importedAt, addedCount, changedCount, undoneAt }: AreaImportRow) => ({
  ...{ importId, importedAt: importedAt.toISOString(), addedCount, changedCount },
  ...(undoneAt && { undoneAt: undoneAt.toISOString() })
})
