// Who may import whom: the table of the architecture page, for dependency-cruiser. Every rule carries its reason.
const ours = '^(src|tests|config|types)/'
const test = '\\.test\\.tsx?$'
const packages = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown']

/** Calculations without state, held to the same purity as rules; any noun may use them. */
const calculations = '^src/server/.*\\b(work-calendar|report-clock|distance|grid-index|coordinates|business-date|cursor|name-rules)\\.ts$'
/** The named "no" that dispatch turns into an answer; it knows nothing but the contract. */
const refusal = '^src/server/refusal\\.ts$'
/** list-routing-rules.ts is an operation on rules, not a rule. */
const rules = '/(?!list-|get-|save-)[^/]+-rules\\.ts$'
const ownRules = '^src/server/$1/.*-rules\\.ts$'
const purePackages = [
  'valibot',
  'dayjs',
  'chinese-days',
  'clipper2-ts',
  '@turf/distance',
  'point-in-polygon-hao',
  'flatbush',
  'gcoord',
  'pinyin-pro',
  'polylabel',
  'ts-fsrs',
  'uuid'
]
const appPackages = ['react', '@tarojs/[^/]+', 'dayjs', 'valibot', '@orpc/client', 'gcoord', 'leaflet', 'classnames', 'uqr']

/** Folders of server that are no nouns: techniques the nouns are handed, the shell around dispatch, and the demo city. */
const techniques = '^src/server/(database|storage|wechat|http|demo)/'
const noun = '^src/server/([^/]+)/'
const store = '-store\\.ts$'
const ledger = '-ledger\\.ts$'
const tables = '-tables\\.ts$'
const fromPackages = names => names.map(name => `^node_modules/(@types/)?${name}/`)

/** A row of the table: files matching `from` may import, of our own, only what matches `may`. */
const row = (name, from, may, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from.path ?? from, pathNot: [test, ...(from.pathNot ?? [])] },
  to: { path: ours, pathNot: may }
})

/** The same row, letting imports of types alone through: they vanish at run time. */
const typesAside = rule => ({ ...rule, to: { ...rule.to, dependencyTypesNot: ['type-only'] } })

const packageRow = (name, path, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path, pathNot: test },
  to: { dependencyTypes: [...packages, 'core'], pathNot: fromPackages(allowed) }
})

const contract = [
  row('contract-is-below-all', '^src/contract/', ['^src/contract/'], 'Both sides build on the contract, so it may lean on neither.'),
  packageRow(
    'contract-packages',
    '^src/contract/',
    ['valibot', '@orpc/contract', '@noble/hashes'],
    'The contract ships to the phone and does no I/O: the schema and the contract library, and the digest that the desk and the server agree on.'
  )
]

const app = [
  row(
    'app-parts',
    '^src/app/(components|platform)/',
    ['^src/contract/', '^src/app/(components|platform|assets)/'],
    'Parts and platform know no feature, or they could not be used by the next one. Components may use platform: a photo previews itself and a top bar goes back. platform itself is kept from components by the next rule.'
  ),
  row('app-platform', '^src/app/platform/', ['^src/contract/', '^src/app/platform/'], 'The platform is below everything that is drawn.'),
  typesAside(
    row(
      'app-words',
      '^src/app/words/',
      ['^src/contract/', '^src/app/(words|platform)/'],
      "Sentences are data, one per refusal and state. They may look at the platform's own faults (offline, refused) to find the words for them."
    )
  ),
  row(
    'app-features',
    '^src/app/features/([^/]+)/',
    ['^src/contract/', '^src/app/(components|platform|words|assets)/', '^src/app/features/$1/'],
    'A feature can be changed or dropped alone only while no other feature leans on it; what two need is a component.'
  ),
  row(
    'app-pages',
    '^src/app/pages/([^/]+)/',
    ['^src/contract/', '^src/app/(features|components|platform|words|assets)/', '^src/app/pages/$1/'],
    'Pages only compose; one page is not part of another.'
  ),
  row(
    'app-packages',
    '^src/app/packages/([^/]+)/',
    ['^src/contract/', '^src/app/(features|components|platform|words|assets)/', '^src/app/packages/$1/'],
    'A subpackage is downloaded alone: importing another one breaks on the phone, or copies it in.'
  ),
  row(
    'app-never-imports-server',
    '^src/app/',
    ['^src/(app|contract)/'],
    'A page that imports server code is bundled without a word, drivers, secrets and answer keys included. Types too: the contract has them.'
  ),
  packageRow(
    'app-packages-listed',
    '^src/app/',
    [...appPackages, '@orpc/contract'],
    'What reaches the phone is chosen by name: every package costs seconds on a slow network, and no server driver may slip in.'
  )
]

const server = [
  row('server-never-imports-app', '^src/server/', ['^src/(server|contract)/'], 'The server answers any client and knows none.'),
  row(
    'server-rules',
    { path: [rules, calculations], pathNot: ['^src/app/'] },
    ['^src/contract/', rules, calculations, refusal],
    'Decisions are pure functions: given the same facts and the same `now` they say the same, so they are tested without a database.'
  ),
  packageRow(
    'server-rules-packages',
    [`^src/server/.*${rules}`, calculations],
    purePackages,
    'A rule that can read a file, a clock or a network is no rule.'
  ),
  typesAside(
    row(
      'server-tables',
      '^src/server/.*-tables\\.ts$',
      ['^src/contract/', '^src/server/database/', tables],
      'Tables name their columns and what they point to, nothing else (a JSON column may name its type); migrations are generated from them.'
    )
  ),
  row(
    'server-stores',
    '^src/server/([^/]+)/.*-store\\.ts$',
    ['^src/contract/', '^src/server/database/', tables, ownRules, calculations, refusal, '^src/server/$1/.*-store\\.ts$'],
    "SQL only: a store reads and writes its own noun. Another noun's tables may be joined for reading; its rules and operations may not be run from here."
  ),
  row(
    'server-ledger',
    '^src/server/points/points-ledger\\.ts$',
    ['^src/contract/', '^src/server/database/', tables, '^src/server/points/', calculations, refusal],
    'The ledger is the one door through which points move; it knows the causes it is told, not the nouns they come from.'
  ),
  typesAside(
    row(
      'server-operations',
      { path: noun, pathNot: [techniques, store, ledger, tables, rules] },
      [
        '^src/contract/',
        '^src/server/$1/',
        store,
        '^src/server/points/(points-ledger|rewards/give-back)\\.ts$',
        '^src/server/operation\\.ts$',
        calculations,
        refusal
      ],
      "An operation leans on its own noun, on other nouns' stores for reading and on the points ledger. What else it needs is handed in by dispatch; only types of it may be named."
    )
  ),
  {
    name: 'tables-only-in-stores',
    severity: 'error',
    comment: 'Tables are for stores and the ledger: an operation that builds SQL hides it from whoever looks after indexes and locks.',
    from: { path: noun, pathNot: [techniques, store, ledger, tables, test] },
    to: { path: tables }
  },
  {
    name: 'sql-only-in-stores',
    severity: 'error',
    comment: 'SQL stands in the database folder, in stores, tables and the ledger, where its indexes and locks are looked after.',
    from: { path: '^src/server/', pathNot: ['^src/server/database/', store, ledger, tables, test] },
    to: { path: fromPackages(['drizzle-orm', 'pg', '@electric-sql/[^/]+']) }
  },
  {
    name: 'demo-stays-at-the-door',
    severity: 'error',
    comment:
      'The demo city is poured in from outside, once, by the program that starts the product and the one that draws its pictures; product code that knows it would behave differently in a real city.',
    from: { path: '^src/', pathNot: ['^src/server/demo/', '^src/server/(main-http|start-product|draw-demo-pictures)\\.ts$', test] },
    to: { path: '^src/server/demo/' }
  }
]

const everywhere = [
  {
    name: 'source-never-imports-tests',
    severity: 'error',
    comment: 'Tests know the source, never the other way round.',
    from: { path: '^src/', pathNot: test },
    to: { path: ['^tests/', test] }
  },
  {
    name: 'no-circle',
    severity: 'error',
    comment: 'Two files that need each other are one file, or a third is missing. Circles of types alone vanish at run time and are left.',
    from: { path: ours },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
  },
  {
    name: 'everything-resolves',
    severity: 'error',
    comment: 'An import that leads nowhere escapes every other rule.',
    from: { path: ours },
    to: { couldNotResolve: true }
  }
]

module.exports = {
  forbidden: [...contract, ...app, ...server, ...everywhere],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module-sync', 'node', 'require', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.scss', '.svg', '.png']
    }
  }
}
