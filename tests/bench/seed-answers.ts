import { sql } from 'drizzle-orm'
import type { Database } from '#server/database/database'
import { readBankFiles } from '#server/quizzes/bank/bank-files'
import { seedBank } from '#server/quizzes/bank/seed-bank'

export const ANSWERERS = 500
/** As many as nobody under measurement answers in the time. */
export const ITEMS_EACH = 160
export const attemptOf = (person: number) => `bench-attempt-${person + 1}`
export const itemOf = (person: number, place: number) => `bench-item-${person + 1}-${place + 1}`

/** The bank, and for each of 500 people who are there already an open practice of single choices, all of the shipped ones in turns. */
export async function seedAnswers(database: Database): Promise<void> {
  await database.write(async writing => seedBank(writing, new Date(), await readBankFiles('content')))
  await database.write(async writing => {
    await writing.execute(sql`
      insert into attempts (attempt_id, person_id, mode, state, topic, business_date, created_at)
      select 'bench-attempt-' || n, 'bench-volunteer-' || n, 'topic', 'in_progress', '交通文明',
        to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), now() from generate_series(1, ${ANSWERERS}::int) n`)
    await writing.execute(sql`
      insert into attempt_items (item_id, attempt_id, position, person_id, question_id, version, fact_id, topic, option_order, reason, may_earn)
      select 'bench-item-' || p || '-' || n, 'bench-attempt-' || p, n, 'bench-volunteer-' || p, q.question_id, q.version, q.fact_id, q.topic,
        '["a", "b", "c"]', 'topic', false
      from generate_series(1, ${ANSWERERS}::int) p cross join generate_series(1, ${ITEMS_EACH}::int) n
      join (select *, row_number() over (order by question_id) as i, count(*) over () as total from questions
        where type = 'single' and pool = 'practice' and state = 'active') q on q.i = (n + p * 7) % q.total + 1`)
    await writing.execute(sql`analyze attempts, attempt_items, questions, question_versions, question_facts, facts`)
  })
}
