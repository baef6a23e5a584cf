import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { miniProgramSettings } from './app-settings.mjs'
import { digestOf, stampAt } from './inputs.mjs'
import { run, Stop } from './terminal.mjs'

const h5Stamp = stampAt('dist/h5/.inputs')
const h5Inputs = [
  ...['src/app', 'src/contract', 'types', 'config/index.ts', 'config/dev.ts', 'config/prod.ts', 'config/app-builds.mjs'],
  ...['config/spoken-views.js', 'config/spoken-views.json', 'config/spoken-views-runtime.js'],
  ...['package.json', 'package-lock.json', 'babel.config.js', 'tsconfig.json']
]
/** What a deployment decides when it builds: config/index.ts writes these variables into the code. */
const decided = () =>
  [...readFileSync('config/index.ts', 'utf8').matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name]) => `${name}=${process.env[name] ?? ''}`)

/** Set by the build itself, not by whoever asks for it. */
const ownEnvironment = { NODE_ENV: 'production', OUTPUT_ROOT: undefined, TARO_ENV: undefined }

const h5Digest = () =>
  digestOf(
    h5Inputs,
    decided().filter(word => !(word.split('=')[0] in ownEnvironment))
  )

export const isH5Built = () => existsSync('dist/h5/index.html') && h5Stamp.says(h5Digest())

export async function buildH5() {
  const digest = h5Digest()
  h5Stamp.remove()
  await build('h5')
  h5Stamp.write(digest)
}

/** dist/weapp: for a city, or with `isDemo` for the developer tools on this machine. Opened there as it is, with the app's id in it. */
export async function buildWeapp({ isDemo = false } = {}) {
  const { faults, environment, appId } = miniProgramSettings(process.env, { isDemo })
  if (faults.length > 0) throw new Stop(`The mini-program is not built:\n${faults.map(fault => `  - ${fault}`).join('\n')}`)
  await build('weapp', environment)
  const project = JSON.parse(readFileSync('project.config.json', 'utf8'))
  const here = { ...project, miniprogramRoot: './', appid: appId }
  writeFileSync('dist/weapp/project.config.json', `${JSON.stringify(here, null, 2)}\n`)
}

/** A build that warns is a build nobody will read the next warning of: any warning fails it. */
async function build(platform, decidedHere = {}) {
  rmSync(`dist/${platform}`, { recursive: true, force: true })
  const env = { ...ownEnvironment, ...decidedHere, BROWSERSLIST_IGNORE_OLD_DATA: '1', NO_UPDATE_NOTIFIER: '1' }
  const { code, output } = await run(process.execPath, ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', platform, '--no-check'], {
    env
  })
  if (code !== 0 || !existsSync(`dist/${platform}`)) throw new Stop(`The ${platform} build failed:\n${output.trim()}`)
  const warnings = output.split('\n').filter(line => /warning/i.test(line))
  if (warnings.length > 0) throw new Stop(`The ${platform} build warns, and must not:\n${output.trim()}`)
}
