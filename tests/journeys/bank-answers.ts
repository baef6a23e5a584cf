import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** A question as this project wrote it, with its key. */
interface Written {
  stem: string
  type: string
  options?: { optionId: string; text: string }[]
  bins?: { binId: string; text: string }[]
  explanation: string
  key: { optionIds?: string[]; texts?: string[]; order?: string[]; bins?: Record<string, string> }
}

const FOLDER = 'content/questions'
/** Every question the product is served with. */
export const bank = readdirSync(FOLDER).flatMap(file =>
  readFileSync(join(FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Written)
)

const optionNamed = (page: Page, text: string) =>
  page.locator('.option-row').filter({ visible: true, hasText: new RegExp(`^\\d?${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) })

/** Taps or types the answer the bank holds as right, or another one, and locks it. */
export async function answer(page: Page, isRight = true) {
  const stem = page.locator('#question-stem').filter({ visible: true })
  const stemText = await stem.innerText()
  const { type, key, options = [], bins = [] } = bank.find(one => one.stem === stemText)!
  const textOf = (optionId: string) => options.find(one => one.optionId === optionId)!.text
  if (type === 'fill') await page.getByLabel('你的答案').fill(isRight ? key.texts![0]! : '九千九百九十九')
  for (const optionId of isRight ? (key.order ?? []) : [...(key.order ?? [])].reverse()) await optionNamed(page, textOf(optionId)).click()
  const wrong = options.filter(({ optionId }) => !key.optionIds?.includes(optionId)).map(({ optionId }) => optionId)
  for (const optionId of key.optionIds ? (isRight ? key.optionIds : wrong.slice(0, 1)) : [])
    await optionNamed(page, textOf(optionId)).click()
  if (key.bins)
    for (let placed = 0; placed < options.length; placed++) {
      const choices = page.getByRole('radiogroup').filter({ visible: true, hasNot: page.getByRole('radio', { checked: true }) })
      const label = await choices.first().getAttribute('aria-label')
      const right = key.bins[options.find(one => label === `${one.text}放进哪一格`)!.optionId]
      const bin = isRight ? bins.find(one => one.binId === right)! : bins.find(one => one.binId !== right)!
      await choices.first().getByRole('radio', { name: bin.text, exact: true }).click()
    }
  await page.getByRole('button', { name: '确定' }).filter({ visible: true }).click()
}
