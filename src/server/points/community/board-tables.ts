import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core'

/** Which community's board may show a person, where they chose one; nobody is shown without having said so. */
export const boardChoices = pgTable(
  'board_choices',
  {
    personId: text('person_id').primaryKey(),
    communityId: text('community_id').notNull(),
    isShown: boolean('is_shown').notNull()
  },
  table => [index('board_choices_community').on(table.communityId, table.isShown)]
)
