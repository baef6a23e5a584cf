import { deployment } from '#app/platform/deployment'

/** Writes what is chosen into the address of this page, so that a reload or a sent link shows the same. Nothing opens or closes. */
export function keepInAddress(path: string, params: Record<string, string>) {
  if (!deployment.isBrowser || !window.location.hash.startsWith(`#${path}`)) return
  const query = new URLSearchParams(params).toString()
  window.history.replaceState(window.history.state, '', `#${path}${query && `?${query}`}`)
}
