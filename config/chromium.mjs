import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { run, say, Stop, withHeartbeat } from './terminal.mjs'

const PROGRAM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FIXED_PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
]

/** The path of a Chromium this machine already has, or undefined. CHROMIUM_PATH comes first and must then be true. */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (existsSync(asked)) return asked
    throw new Stop(`CHROMIUM_PATH is set to ${asked}, but nothing is there.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = PROGRAM_NAMES.flatMap(name => folders.map(folder => join(folder, name)))
  return [...FIXED_PLACES, ...onPath].find(existsSync) ?? downloadedChromium()
}

function downloadedChromium() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(process.env.LOCALAPPDATA ?? '', 'ms-playwright')
  ]
  const programs = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe'
  ]
  for (const cache of caches.filter(folder => folder && existsSync(folder))) {
    for (const version of readdirSync(cache)
      .filter(name => name.startsWith('chromium-'))
      .sort()
      .reverse()) {
      const found = programs.map(program => join(cache, version, program)).find(existsSync)
      if (found) return found
    }
  }
  return undefined
}

/** Finds a Chromium for the browser journeys, or installs one. */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (isDebianRoot()) await installFromDebian()
  if (!findChromium()) await downloadChromium()
  const installed = findChromium()
  if (installed) return installed
  throw new Stop(
    'The journeys need a Chromium and none could be found or installed.\n' +
      'Install one (Debian, Ubuntu: sudo apt-get install chromium; or Google Chrome), or say where yours is: CHROMIUM_PATH=/path/to/chrome npm test'
  )
}

function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
}

async function installFromDebian() {
  say('No Chromium found: installing it with apt-get …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await withHeartbeat('installing Chromium', async () => {
    await run('apt-get', ['update', '-qq'], { env })
    // fonts-noto-cjk would make Chinese text visible in pictures too, but the journeys read text, not pictures, and it is 60 MB.
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
  })
}

async function downloadChromium() {
  say('No Chromium found: downloading one with playwright-core …')
  const isRoot = process.getuid?.() === 0 && process.platform === 'linux'
  const args = ['node_modules/playwright-core/cli.js', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']
  await withHeartbeat('downloading Chromium', () => run(process.execPath, args))
}
