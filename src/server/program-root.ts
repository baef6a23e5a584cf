import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of the program, wherever it was started from: the nearest one above this file that holds its `package.json`. A bundle that
 * travels alone has none above it; its folder is where it was started.
 */
function findProgramRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) return process.cwd()
  }
}

const root = findProgramRoot()

/** A file or folder that comes with the program. */
export const inProgram = (path: string): string => join(root, path)
