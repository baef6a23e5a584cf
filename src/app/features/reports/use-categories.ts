import { call } from '#app/platform/call-operation'
import { useAskedKept } from '#app/platform/use-asked-kept'

/** Kept from last time, so that the list is there without network; asked anew each time a page with it shows. */
export function useCategories() {
  const asked = useAskedKept('report-categories', async () => (await call.reports.listCategories({})).categories, [])
  return { categories: asked.value, error: asked.value ? undefined : asked.error, again: asked.again }
}
