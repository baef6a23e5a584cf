type Fetch = () => Promise<unknown>

interface Route {
  path: string
  load: () => readonly [page: Promise<unknown>, ...rest: unknown[]]
}

/** Where Taro's browser build keeps its routes; each page is a chunk of its own, fetched when it first opens. */
const routes = () => (window as { __taroAppConfig?: { routes?: readonly Route[] } }).__taroAppConfig?.routes ?? []

const isForResidents = ({ path }: Route) => /^\/?pages\//.test(path)

/** After the first page stands and before anybody is likely to have tapped on. */
const FIRST_PAGE_MILLISECONDS = 2_500

/** One after another, so that on a slow line they never crowd out what the person is doing. What fails is fetched when it opens. */
async function fetchAll(others: readonly Fetch[]) {
  const pages = routes()
    .filter(isForResidents)
    .map(
      (route): Fetch =>
        () =>
          route.load()[0]
    )
  for (const fetchOne of [...pages, ...others]) await fetchOne().catch(() => undefined)
}

/**
 * Fetches the code of every page a resident can open, and of the parts that load by themselves, so that a browser tab that
 * loses the network can still open all of them. The mini-program has its pages from the start; the staff pages stay apart.
 */
export function fetchPagesAhead(others: readonly Fetch[]) {
  if (process.env.TARO_ENV === 'h5') setTimeout(() => void fetchAll(others), FIRST_PAGE_MILLISECONDS)
}
