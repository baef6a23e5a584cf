/** Where the server of `npm start` listens; WeChat's developer tools on the same machine reach it. */
const DEMO_SERVER = 'http://127.0.0.1:3000'
/** WeChat's own id for projects that belong to nobody: they run in the developer tools and cannot be uploaded. */
const TOURIST = 'touristappid'

const isHttps = address => /^https:\/\/[^/]/.test(address) && URL.canParse(address)

/**
 * What a mini-program is built with. Without an address of its server it would say 网络没连上 on every page, so none is built.
 * @param env the environment; empty strings count as unset
 * @param isDemo for the developer tools on this machine, signing in the demo's people
 * @returns `faults`, a sentence for each setting that is wrong; `environment` for the build; `appId` for the project's file
 */
export function miniProgramSettings(env, { isDemo = false } = {}) {
  const apiBase = (env.API_BASE || (isDemo ? DEMO_SERVER : '')).replace(/(?<!\/)\/+$/, '')
  const faults = []
  if (!isDemo && !isHttps(apiBase))
    faults.push(
      'API_BASE: the https:// address of the server is needed (or `npm run build:weapp -- --demo` for the developer tools on this machine)'
    )
  if (isDemo && !URL.canParse(apiBase)) faults.push('API_BASE: an address that begins with https:// or http://')
  if (!isDemo && env.IDENTITY && env.IDENTITY !== 'wx-login')
    faults.push('IDENTITY: a mini-program signs people in by wx-login; demo is for `npm run build:weapp -- --demo`')
  return {
    faults,
    environment: { API_BASE: apiBase, IDENTITY: isDemo ? 'demo' : 'wx-login' },
    appId: (!isDemo && env.WX_APP_ID) || TOURIST
  }
}
