import { sql } from 'drizzle-orm'
import type { QuestionDraft } from '#contract/quiz-shapes'
import { normaliseFillIn } from '#server/quizzes/bank/question-file-rules'
import { askDatabase } from '#world/ask-database'
import type { World } from '#world/world'

/** What the database knows of an item and a reply may not tell before its answer is locked, or in a contest before that is over. */
export interface Secret {
  itemId: string
  isOpen: boolean
  draft: QuestionDraft
  statement: string
}

export async function secretsOf(world: World, personId: string): Promise<Map<string, Secret>> {
  const rows = await askDatabase(
    world.database,
    sql`select i.item_id, v.draft, f.statement, case when c.contest_id is null then i.answered_at is null and a.state = 'in_progress'
        else c.state <> 'published' or ${world.now.toISOString()}::timestamptz <= c.closes_at + interval '5 seconds' end as is_open
      from attempt_items i join attempts a using (attempt_id) join question_versions v using (question_id, version)
      join facts f on f.fact_id = i.fact_id left join contests c using (contest_id) where i.person_id = ${personId}`
  )
  return new Map(
    rows.map(row => [
      row.item_id as string,
      {
        itemId: row.item_id as string,
        isOpen: row.is_open as boolean,
        draft: row.draft as QuestionDraft,
        statement: row.statement as string
      }
    ])
  )
}

const itemFields = ['itemId', 'type', 'topic', 'stem', 'options', 'bins', 'reason', 'answerBy']
const toldFields = ['correct', 'key', 'explanation', 'source']
const innerFields = [
  'isRight',
  'mayEarn',
  'optionOrder',
  'questionId',
  'difficulty',
  'factId',
  'factIds',
  'texts',
  'draft',
  'distractors',
  'note'
]

type Told = Record<string, unknown>
const isObject = (value: unknown): value is Told => typeof value === 'object' && value !== null

/** Every object of a reply, those inside others too. */
function objectsOf(value: unknown): Told[] {
  if (!isObject(value)) return []
  return [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(objectsOf)]
}

/** The words a reply says, apart from those of the items it asks, and of keys and answers: two questions may be filled in by one word. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (!isObject(value)) return []
  const hidden = 'itemId' in value && 'stem' in value ? ['stem', 'options', 'bins'] : ['key', 'answer']
  return Object.entries(value).flatMap(([name, inner]) => (hidden.includes(name) ? [] : wordsOf(inner)))
}

function faultsOfWords(text: string, words: readonly string[], { itemId, draft, statement }: Secret): string[] {
  const faults: string[] = []
  if (text.includes(JSON.stringify(draft.explanation).slice(1, -1))) faults.push(`tells the explanation of ${itemId}`)
  if (words.some(word => word.includes(statement))) faults.push(`tells the fact of ${itemId}`)
  const { key } = draft
  const isFilledIn = 'texts' in key && words.some(word => key.texts.includes(normaliseFillIn(word)))
  return isFilledIn ? [...faults, `tells the words that fill in ${itemId}`] : faults
}

function faultsOfItem(item: Told, secret: Secret | undefined): string[] {
  const faults = Object.keys(item).flatMap(name => (itemFields.includes(name) ? [] : [`an item has the field ${name}`]))
  const options = (item.options ?? []) as Told[]
  if ([...options, ...((item.bins ?? []) as Told[])].some(one => Object.keys(one).length !== 2))
    faults.push('an option says more than its text')
  const order = options.map(option => option.optionId).join()
  const key = secret?.draft.key
  return key && 'order' in key && order === key.order.join() ? [...faults, 'the options stand in the right order'] : faults
}

/** Which items a reply tells the solution of: only such as are locked, and whose facts no open item asks for. */
function faultsOfTold(itemId: unknown, secrets: ReadonlyMap<string, Secret>): string[] {
  const secret = secrets.get(String(itemId))
  if (!secret) return [`tells what is right of the unknown item ${String(itemId)}`]
  if (secret.isOpen) return [`tells what is right of ${secret.itemId}, which is open`]
  const openFacts = [...secrets.values()].flatMap(other => (other.isOpen ? other.draft.factIds : []))
  return secret.draft.factIds.some(factId => openFacts.includes(factId)) ? [`tells of a fact that an open item asks for`] : []
}

/**
 * What a reply tells that it may not.
 * @param answeredId the item that the call answered: its solution may stand at the top.
 * @param isCopyOfData one's own copy names what one answered, so names of fields are not held against it.
 */
export function leaksOf(
  body: unknown,
  secrets: ReadonlyMap<string, Secret>,
  { answeredId, isCopyOfData = false }: { answeredId?: string | undefined; isCopyOfData?: boolean } = {}
): string[] {
  const [text, words] = [JSON.stringify(body), wordsOf(body)]
  const open = [...secrets.values()].filter(secret => secret.isOpen)
  const faults = open.flatMap(secret => faultsOfWords(text, words, secret))
  if (isCopyOfData) return text.includes('"key"') || text.includes('"explanation"') ? [...faults, 'the copy tells keys'] : faults
  const objects = objectsOf(body)
  const lawful = new Set(objects.flatMap(object => (isObject(object.locked) ? [object.locked] : [])))
  for (const object of objects) {
    faults.push(...Object.keys(object).flatMap(name => (innerFields.includes(name) ? [`has the field ${name}`] : [])))
    if ('itemId' in object && 'stem' in object) faults.push(...faultsOfItem(object, secrets.get(String(object.itemId))))
    if (isObject(object.locked)) faults.push(...faultsOfTold(isObject(object.item) ? object.item.itemId : undefined, secrets))
    if (!toldFields.some(name => name in object) || lawful.has(object)) continue
    if (object === body && answeredId !== undefined) faults.push(...faultsOfTold(answeredId, secrets))
    else faults.push('tells what is right beside a locked item')
  }
  return faults
}
