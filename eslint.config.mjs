import comments from '@eslint-community/eslint-plugin-eslint-comments'
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import * as regexp from 'eslint-plugin-regexp'
import { basename } from 'node:path'
import tseslint from 'typescript-eslint'

const drawers = /^(utils?|helpers?|common|misc|libs?|constants)\.[a-z.]+$/
const allowedIndex = /\/src\/app\/(pages|packages)\/|\/config\/index\.ts$/

/** A file's name must say what is in it: no drawers, and no index files but what Taro finds by that name. */
const fileName = {
  create: context => ({
    Program(node) {
      const path = context.filename.replaceAll('\\', '/')
      const name = basename(path)
      if (drawers.test(name)) context.report({ node, message: `${name} is a drawer: name the file after what it does.` })
      if (/^index\.tsx?$/.test(name) && !allowedIndex.test(path))
        context.report({ node, message: 'No index files: import from the file itself.' })
    }
  })
}

const sizes = {
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', 70]
}

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'coverage/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: { '@eslint-community/eslint-comments': comments, tongchuang: { rules: { 'file-name': fileName } } },
    rules: {
      ...sizes,
      'tongchuang/file-name': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      '@eslint-community/eslint-comments/require-description': ['error', { ignore: ['eslint-enable', 'eslint-env'] }],
      '@eslint-community/eslint-comments/no-unlimited-disable': 'error'
    }
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true, 'ts-nocheck': true, minimumDescriptionLength: 15 }
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // A number reads the same in a template as through String(); the rule is kept for objects and what may be missing.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => save()` and `void work()` say plainly that nothing is made of the answer.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // No enums here: lists of words are `as const`.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // These three question how a type is written, not what the code does: a named default, a named result, a mapped type that may be empty.
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Operations keep one shape, async or not, so that dispatch and tests need not care.
      '@typescript-eslint/require-await': 'off'
    }
  },
  {
    // A stranger chooses the text that a pattern meets: a pattern that takes the square of its length stops everybody.
    files: ['src/**/*.ts', 'src/**/*.tsx', 'config/**/*.mjs'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }]
    }
  },
  {
    files: ['src/app/**/*.ts', 'src/app/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' }
  },
  {
    files: ['src/app/**/*.ts', 'src/app/**/*.tsx'],
    ignores: ['src/app/platform/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'wx', message: 'Only src/app/platform speaks to the platform.' },
        { name: 'Taro', message: 'Only src/app/platform speaks to the platform.' }
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['@tarojs/taro', '@tarojs/runtime', '@tarojs/router'].map(name => ({
            name,
            message:
              'Only src/app/platform speaks to the platform: several Taro calls answer differently on H5, and one place must know. (@tarojs/components is fine.)'
          })),
          patterns: [{ group: ['@tarojs/taro/*', '@tarojs/plugin-*'], message: 'Only src/app/platform speaks to the platform.' }]
        }
      ]
    }
  },
  {
    files: ['**/*.test.{ts,tsx,js}', 'tests/**'],
    // A story is as long as it is; its file still has a limit.
    rules: { 'max-lines-per-function': 'off' }
  },
  {
    files: ['tests/**', '**/*.test.{ts,tsx,js}'],
    rules: {
      // expect(mock.method) and partial answers are everyday in tests; the compiler still checks the shapes.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off'
    }
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'module',
          'require',
          '__dirname',
          '__filename',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'URL',
          'URLSearchParams',
          'document',
          'global'
        ].map(name => [name, 'readonly'])
      )
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' }
  },
  {
    files: ['tests/weapp/**', '**/*.test.*', 'config/sandbox-setup.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['test', 'expect', 'describe', 'beforeEach', 'afterEach', 'beforeAll', 'afterAll', 'jest'].map(name => [name, 'readonly'])
      )
    }
  },
  {
    files: ['src/server/**', 'src/contract/**', '**/*.test.{ts,tsx,js}', 'tests/{world,server,rules,weapp,architecture}/**'],
    // A shell begins with the machine's clock; the bench measures with it; a journey runs a whole server on this machine's day.
    ignores: ['src/server/{start-product,cloud-product,migrate,city-program,draw-demo-pictures}.ts', 'tests/{journeys,bench}/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is handed in (product.now(), world.now): no rule and no test knows what day the machine has.'
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time is handed in; what only measures how long something takes uses performance.now().'
        }
      ]
    }
  },
  { files: ['tests/bench/**', 'config/**'], rules: { 'no-console': 'off' } }
)
