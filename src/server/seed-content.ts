import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writing } from '#server/database/database'
import { readBankFiles } from '#server/quizzes/bank/bank-files'
import { seedBank } from '#server/quizzes/bank/seed-bank'
import { lockContent } from '#server/quizzes/bank/seed-store'
import { inProgram } from '#server/program-root'
import { parseCategories } from '#server/reports/category-file'
import { addCategoryVersion, giveSynonyms, listCategoryRows } from '#server/reports/category-store'
import { StartFault } from '#server/start-fault'

/** A file a city starts from cannot be taken; the sentence names the file and the place in it. Nothing was written. */
export class ContentFault extends StartFault {
  constructor(fault: unknown) {
    super(`CONTENT_DIR: ${fault instanceof Error ? fault.message : String(fault)}`)
    this.name = 'ContentFault'
  }
}

const readCategories = async (directory: string) => parseCategories(await readFile(join(directory, 'categories.csv'), 'utf8'))

async function readContent(directory: string) {
  try {
    return { categories: await readCategories(directory), bank: await readBankFiles(directory) }
  } catch (fault) {
    throw new ContentFault(fault)
  }
}

async function addCategories(writing: Writing, categories: Awaited<ReturnType<typeof readCategories>>, now: Date): Promise<void> {
  if ((await listCategoryRows(writing)).length > 0) return giveSynonyms(writing, categories)
  for (const category of categories) await addCategoryVersion(writing, category, now)
}

export const seedCategories = async (writing: Writing, now: Date, directory = inProgram('content')): Promise<void> =>
  addCategories(writing, await readCategories(directory), now)

/**
 * What every city starts from: the categories of reports, where it has none, and the questions it does not have yet. All of it is read
 * before the first row is written.
 * @throws ContentFault
 */
export async function seedContent(writing: Writing, now: Date, directory = inProgram('content')): Promise<void> {
  const { categories, bank } = await readContent(directory)
  await lockContent(writing)
  await addCategories(writing, categories, now)
  await seedBank(writing, now, bank)
}
