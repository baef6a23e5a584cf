import { transform } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Lets Node import our TypeScript, and JSON, as the ES modules the bundler makes of them; what is neither goes the ordinary way. */
export async function load(address, context, next) {
  const { protocol, pathname } = new URL(address)
  const kind = protocol === 'file:' && /\.(tsx?|json)$/.exec(pathname)?.[1]
  if (!kind || context.importAttributes?.type) return next(address, context)
  const path = fileURLToPath(new URL(pathname, 'file:'))
  const text = await readFile(path, 'utf8')
  if (kind === 'json') return { format: 'module', source: `export default ${text}`, shortCircuit: true }
  const { code } = await transform(text, { loader: kind, target: 'node20', sourcemap: 'inline', sourcefile: path })
  return { format: 'module', source: code, shortCircuit: true }
}
