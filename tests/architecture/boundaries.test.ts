import { cruisedCountIn, inProject, violationsIn } from './cruise'

const packageNames = [
  'valibot',
  '@orpc/contract',
  '@orpc/client',
  '@orpc/server',
  'react',
  '@tarojs/components',
  'drizzle-orm',
  'pg',
  'fastify',
  'dayjs'
]
const value = 'export const value = 1'
const using = (...names: string[]) =>
  names.map((name, i) => `import { value as v${i} } from '${name}'\nexport const used${i} = v${i}`).join('\n')
const naming = (name: string) => `import type { Value } from '${name}'\nexport type Named = Value`

/** The parts a fault may lean on; among themselves they keep every rule. */
const lawful = {
  'src/contract/reports.ts': using('valibot', '@orpc/contract'),
  'src/app/components/button.tsx': using('react', '@tarojs/components', '#app/platform/back'),
  'src/app/platform/back.ts': using('#contract/reports'),
  'src/app/platform/call-operation.ts': using('@orpc/client', '#contract/reports'),
  'src/app/words/refusals.ts': using('#contract/reports', '#app/platform/back'),
  'src/app/features/reports/report-card.tsx':
    using('#contract/reports', '#app/words/refusals', '#app/platform/back') + `\nimport '#app/components/button.tsx'`,
  'src/app/features/points/points-line.ts': using('dayjs'),
  'src/app/pages/home/index.tsx': using('#app/features/points/points-line') + `\nimport './parts'`,
  'src/app/pages/home/parts.ts': value,
  'src/app/packages/staff/review/index.tsx': using('#app/features/points/points-line') + `\nimport '../frame'`,
  'src/app/packages/staff/frame.ts': value,
  'src/app/packages/quiz/answer/index.tsx': value,
  'src/server/operation.ts': naming('#server/dispatch'),
  'src/server/refusal.ts': using('#contract/reports'),
  'src/server/database/database.ts': using('drizzle-orm', 'pg'),
  'src/server/reports/work-calendar.ts': value,
  'src/server/reports/report-rules.ts': using('#contract/reports', '#server/reports/work-calendar', '#server/points/points-rules'),
  'src/server/reports/report-tables.ts': using('drizzle-orm', '#server/people/people-tables'),
  'src/server/reports/report-store.ts': using(
    '#server/database/database',
    '#server/reports/report-tables',
    '#server/people/people-tables',
    '#server/reports/report-rules'
  ),
  'src/server/reports/move-report.ts':
    using(
      '#server/reports/report-store',
      '#server/reports/report-rules',
      '#server/points/points-ledger',
      '#server/people/person-store',
      '#server/refusal',
      '#server/operation'
    ) + naming('#server/database/database'),
  'src/server/people/people-tables.ts': using('drizzle-orm'),
  'src/server/people/people-rules.ts': value,
  'src/server/people/person-store.ts': using('#server/people/people-tables'),
  'src/server/people/get-me.ts': value,
  'src/server/reports/list-routing-rules.ts': using('#server/reports/report-store'),
  'src/server/http/routes.ts': using('#server/people/get-me'),
  'src/server/points/points-rules.ts': value,
  'src/server/points/points-ledger.ts': using('drizzle-orm', '#server/points/points-rules'),
  'src/server/demo/demo-cast.ts': using('#server/people/get-me'),
  'src/server/dispatch.ts': using('#server/reports/move-report', '#server/people/people-rules'),
  'src/server/main-http.ts': using('fastify', '#server/dispatch', '#server/demo/demo-cast'),
  'src/server/reports/report-rules.test.ts': using('#server/demo/demo-cast', '#app/words/refusals', '#world/cast'),
  'tests/world/cast.ts': using('#server/demo/demo-cast')
}

/** One file for each thing that must not be, and the rules that say so. */
const faults: [path: string, text: string, ...expected: string[]][] = [
  ['src/contract/a.ts', using('#server/refusal'), 'contract-is-below-all → src/server/refusal.ts'],
  ['src/contract/b.ts', using('drizzle-orm'), 'contract-packages → node_modules/drizzle-orm/index.js'],
  ['src/contract/c.ts', `import 'node:fs'`, 'contract-packages → fs'],
  ['src/app/components/a.ts', using('#app/features/points/points-line'), 'app-parts → src/app/features/points/points-line.ts'],
  ['src/app/components/b.ts', using('#app/words/refusals'), 'app-parts → src/app/words/refusals.ts'],
  ['src/app/platform/a.ts', `import '#app/components/button.tsx'`, 'app-platform → src/app/components/button.tsx'],
  ['src/app/words/a.ts', using('#app/features/points/points-line'), 'app-words → src/app/features/points/points-line.ts'],
  ['src/app/features/reports/a.ts', using('#app/features/points/points-line'), 'app-features → src/app/features/points/points-line.ts'],
  ['src/app/features/reports/b.ts', using('#app/pages/home/parts'), 'app-features → src/app/pages/home/parts.ts'],
  ['src/app/pages/me/index.tsx', using('#app/pages/home/parts'), 'app-pages → src/app/pages/home/parts.ts'],
  ['src/app/packages/volunteer/index.tsx', using('#app/packages/staff/frame'), 'app-packages → src/app/packages/staff/frame.ts'],
  ['src/app/app.tsx', naming('#server/refusal'), 'app-never-imports-server → src/server/refusal.ts'],
  ['src/app/app.config.ts', using('fastify'), 'app-packages-listed → node_modules/fastify/index.js'],
  ['src/server/clock.ts', using('#app/words/refusals'), 'server-never-imports-app → src/app/words/refusals.ts'],
  ['src/server/reports/a-rules.ts', using('#server/reports/report-store'), 'server-rules → src/server/reports/report-store.ts'],
  ['src/server/reports/b-rules.ts', using('fastify'), 'server-rules-packages → node_modules/fastify/index.js'],
  ['src/server/places/distance.ts', `import 'node:fs'`, 'server-rules-packages → fs'],
  ['src/server/reports/a-tables.ts', using('#server/reports/report-rules'), 'server-tables → src/server/reports/report-rules.ts'],
  ['src/server/reports/a-store.ts', using('#server/people/people-rules'), 'server-stores → src/server/people/people-rules.ts'],
  ['src/server/reports/b-store.ts', using('#server/reports/move-report'), 'server-stores → src/server/reports/move-report.ts'],
  ['src/server/points/points-ledger.ts', using('#server/people/get-me'), 'server-ledger → src/server/people/get-me.ts'],
  ['src/server/reports/a.ts', using('#server/people/get-me'), 'server-operations → src/server/people/get-me.ts'],
  ['src/server/reports/b.ts', using('#server/people/people-rules'), 'server-operations → src/server/people/people-rules.ts'],
  ['src/server/reports/c.ts', using('#server/database/database'), 'server-operations → src/server/database/database.ts'],
  ['src/server/reports/d.ts', using('#server/reports/report-tables'), 'tables-only-in-stores → src/server/reports/report-tables.ts'],
  ['src/server/reports/e.ts', using('drizzle-orm'), 'sql-only-in-stores → node_modules/drizzle-orm/index.js'],
  ['src/server/main-cloud.ts', using('pg'), 'sql-only-in-stores → node_modules/pg/index.js'],
  ['src/server/health.ts', using('#server/demo/demo-cast'), 'demo-stays-at-the-door → src/server/demo/demo-cast.ts'],
  [
    'src/server/seed.ts',
    using('#world/cast'),
    'server-never-imports-app → tests/world/cast.ts',
    'source-never-imports-tests → tests/world/cast.ts'
  ],
  ['src/server/circle.ts', using('#server/circle-back')],
  ['src/server/circle-back.ts', using('#server/circle'), 'no-circle → src/server/circle.ts'],
  ['src/server/lost.ts', using('#server/nowhere'), 'everything-resolves → #server/nowhere']
]

test('every import of the project keeps to the table of who may import whom', () => {
  expect(violationsIn('.')).toEqual([])
  expect(cruisedCountIn('.')).toBeGreaterThan(100)
})

test('what the table allows raises no complaint', () => {
  expect(inProject(lawful, packageNames, violationsIn)).toEqual([])
})

test('every forbidden import is named by its rule, and nothing else is', () => {
  const files = { ...lawful, ...Object.fromEntries(faults.map(([path, text]) => [path, text])) }
  const expected = faults.flatMap(([path, , ...rules]) => rules.map(rule => rule.replace(' →', `: ${path} →`))).sort()
  expect(inProject(files, packageNames, violationsIn)).toEqual(expected)
})

test('no rule is left without a fault that proves it', () => {
  const { forbidden } = jest.requireActual<{ forbidden: { name: string; comment: string }[] }>('../../config/boundaries.cjs')
  const proven = new Set(faults.flatMap(([, , ...rules]) => rules.map(rule => rule.split(' ')[0])))
  expect(forbidden.map(({ name }) => name).filter(name => !proven.has(name))).toEqual([])
  expect(forbidden.filter(({ comment }) => comment.length < 40)).toEqual([])
})
