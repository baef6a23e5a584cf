import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { people } from '#contract/people'
import { command, openCommand } from '#server/operation'

const sources = readdirSync('src/server', { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
  .map(entry => relative('.', join(entry.parentPath, entry.name)))

/** Makes stand-ins of requests, for the headers of a page; nothing is opened. */
const opensNothing = 'src/server/http/security-headers.ts'

test('only what talks to WeChat and to the storage opens connections of its own', () => {
  const reaching = sources.filter(path =>
    /(?<![\w.])fetch\((?!')|client\.fetch\(|from 'node:(https?|http2|net|tls|dgram)'|from 'aws4fetch'/.test(readFileSync(path, 'utf8'))
  )
  expect(reaching.length).toBeGreaterThan(0)
  expect(reaching.filter(path => path !== opensNothing && !/^src\/server\/(wechat|storage)\//.test(path))).toEqual([])
})

test('what a command does in its transaction cannot name what lies outside: it does not compile', () => {
  const outside = [
    // @ts-expect-error -- storage is for the first step
    command(people.renameMe, async ({ caller, storage: _ }) => ({ ...caller, grants: [] })),
    // @ts-expect-error -- WeChat is for the first step
    command(people.renameMe, async ({ caller, wechat: _ }) => ({ ...caller, grants: [] })),
    // @ts-expect-error -- pictures are covered in the first step
    openCommand(people.startDesktopSignIn, async ({ redactFile: _ }) => ({}) as never)
  ]
  expect(outside).toHaveLength(3)
})
