import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writing } from '#server/database/database'
import { seedBank } from '#server/quizzes/bank/seed-bank'
import { lockContent } from '#server/quizzes/bank/seed-store'
import { parseCategories } from '#server/reports/category-file'
import { addCategoryVersion, listCategoryRows } from '#server/reports/category-store'

export async function seedCategories(writing: Writing, now: Date, directory = 'content'): Promise<void> {
  if ((await listCategoryRows(writing)).length > 0) return
  for (const category of parseCategories(await readFile(join(directory, 'categories.csv'), 'utf8')))
    await addCategoryVersion(writing, category, now)
}

/** What every city starts from: the categories of reports, where it has none, and the questions it does not have yet. */
export async function seedContent(writing: Writing, now: Date, directory = 'content'): Promise<void> {
  await lockContent(writing)
  await seedCategories(writing, now, directory)
  await seedBank(writing, now, directory)
}
