import { exportAreas } from '#server/places/areas/export-areas'
import { keepAreas } from '#server/places/areas/keep-areas'
import { keepUnit } from '#server/places/areas/keep-unit'
import { listImports } from '#server/places/areas/list-imports'
import { listRetired } from '#server/places/areas/list-retired'
import { listUses } from '#server/places/areas/list-uses'
import { previewImport } from '#server/places/areas/preview-import'
import { retireAreas } from '#server/places/areas/retire-areas'
import { retireUnit } from '#server/places/areas/retire-unit'
import { undoImport } from '#server/places/areas/undo-import'
import { getUnit } from '#server/places/get-unit'
import { importAreas } from '#server/places/import-areas'
import { listAreas } from '#server/places/list-areas'
import { listShapes } from '#server/places/list-shapes'
import { listUnits } from '#server/places/list-units'
import { locatePoint } from '#server/places/locate-point'
import { saveUnit } from '#server/places/save-unit'

export const places = {
  exportAreas,
  getUnit,
  importAreas,
  keepAreas,
  keepUnit,
  listAreas,
  listImports,
  listRetired,
  listShapes,
  listUnits,
  listUses,
  locatePoint,
  previewImport,
  retireAreas,
  retireUnit,
  saveUnit,
  undoImport
}
