import { volunteering as contract } from '#contract/volunteering'
import { query } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { staffAreasOf } from '#server/volunteering/hours/export-rules'

/** Final hours of the areas a member of staff works for, over a period, as XLSX. The areas travel in the signed address. */
export const exportHours = query(contract.exportHours, async ({ input, caller, city, documents, now }) => {
  const { from, to } = input
  const areaIds = staffAreasOf(caller.grants, (outer, inner) => city.places.contains(outer, inner))
  if (areaIds.length === 0) refuse('not-found')
  if (from > to) refuseInput('to', 'not before `from`')
  const documentUrl = documents.addressOf(`hours/${from}_${to}.xlsx`, {
    viewerId: caller.personId,
    now,
    facts: { areas: areaIds.join(',') }
  })
  return { documentUrl }
})
