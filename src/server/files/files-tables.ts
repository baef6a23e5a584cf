import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A picture as kept: re-encoded, without metadata. The bytes stand in storage under `<fileId>/<variant>`. */
export const files = pgTable(
  'files',
  {
    fileId: text('file_id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    sha256: text('sha256').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    isRedacted: boolean('is_redacted').notNull().default(false),
    /** False until a command took it up; what nobody took up within a day is removed. */
    isAttached: boolean('is_attached').notNull().default(false),
    createdAt: at('created_at').notNull()
  },
  table => [
    index('files_owner').on(table.ownerId, table.createdAt),
    index('files_unattached')
      .on(table.createdAt)
      .where(sql`not ${table.isAttached}`)
  ]
)

/** Who of the staff looked at an original, once a day and picture (个人信息保护法 Art. 51: audit of access). */
export const fileViews = pgTable(
  'file_views',
  {
    fileId: text('file_id').notNull(),
    personId: text('person_id').notNull(),
    businessDate: text('business_date').notNull(),
    firstAt: at('first_at').notNull()
  },
  table => [primaryKey({ columns: [table.fileId, table.personId, table.businessDate] })]
)
