import { deployment } from '#app/platform/deployment'

/** Where the browser build of this deployment is opened: codes on paper lead there, whatever they are made on. */
export const browserAddress = () =>
  deployment.isBrowser ? `${window.location.origin}${window.location.pathname}` : `${deployment.apiBase}/`
