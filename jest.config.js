const { readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  ...more
})

/**
 * Tests that need nothing but Node run in it as they are, modules loaded once a worker: a sandbox a file took three times the processor time.
 * The workers are threads, because this runner's child processes can miss the message they begin with and then wait for ever.
 */
const inPlainNode = { runner: 'jest-light-runner', setupFilesAfterEnv: ['<rootDir>/config/plain-node-setup.mjs'] }

/** Tests that replace a module, or give the compiled mini-program a page to stand on, run in Jest's sandbox. */
const inSandbox = {
  testEnvironment: 'node',
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'commonjs' } }
    ]
  },
  // What the contract is written with exists as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(@orpc|@standardserver)/)'],
  setupFilesAfterEnv: ['<rootDir>/config/sandbox-setup.cjs']
}

const replacingModules = readdirSync(join(__dirname, 'src/app'), { recursive: true })
  .filter(path => path.endsWith('.test.ts') && readFileSync(join(__dirname, 'src/app', path), 'utf8').includes('jest.mock('))
  .map(path => `<rootDir>/src/app/${path}`)

const engine = process.env.DATABASE === 'postgres' ? 'postgres' : 'embedded'
/**
 * Every rule is tested on PostgreSQL. What the embedded engine must show beside it is that our SQL means the same there: these files are not about
 * SQL (documents, tables of office programs, HTTP, logs), or walk through tables of cases whose SQL other files run on both. The journeys
 * run on the embedded engine from the first start on.
 */
const onPostgresAlone = [
  ...[
    'any-input',
    'cloud-functions',
    'demo-quizzes',
    'demo-volunteering',
    'documents',
    'files',
    'http',
    'log-secrecy',
    'quiz-contest-secrecy'
  ],
  ...['quiz-exchange', 'quiz-import-files', 'quiz-secrecy', 'report-moves', 'shift-calendar', 'world']
]
const database = {
  testPathIgnorePatterns: engine === 'postgres' ? [] : [`/tests/server/(${onPostgresAlone.join('|')})\\.test\\.ts$`],
  globalSetup: `<rootDir>/tests/world/${engine}-before-jest.mjs`,
  globalTeardown: `<rootDir>/tests/world/${engine}-after-jest.mjs`
}

module.exports = {
  testTimeout: 60_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/config/longest-first.cjs',
  projects: [
    project('unit', ['<rootDir>/src/**/*.test.ts', '<rootDir>/tests/rules/**/*.test.ts'], {
      ...inPlainNode,
      testPathIgnorePatterns: replacingModules
    }),
    project('app', replacingModules, inSandbox),
    project('server', ['<rootDir>/tests/server/**/*.test.ts'], { ...inPlainNode, ...database }),
    project('weapp', ['<rootDir>/tests/weapp/**/*.test.js'], { ...inSandbox, testEnvironment: 'jsdom', transform: {} }),
    project('architecture', ['<rootDir>/tests/architecture/**/*.test.ts'], inSandbox),
    project('journeys', ['<rootDir>/tests/journeys/**/*.test.ts'], {
      ...inSandbox,
      globalSetup: '<rootDir>/tests/journeys/city-for-jest.ts',
      globalTeardown: '<rootDir>/tests/journeys/city-after-jest.ts'
    })
  ]
}
