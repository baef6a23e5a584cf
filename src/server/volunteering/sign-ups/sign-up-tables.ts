import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import type { SignUpState } from '#contract/volunteering-states'
import { shifts } from '#server/volunteering/activities/activity-tables'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** One per shift and person, for life. The times of the shift are copied, so that overlaps are found along one index. */
export const signUps = pgTable(
  'sign_ups',
  {
    shiftId: text('shift_id')
      .notNull()
      .references(() => shifts.shiftId),
    personId: text('person_id').notNull(),
    state: text('state').$type<SignUpState>().notNull(),
    /** Order of arrival within the shift, from 1: who waits first is offered first. */
    arrival: integer('arrival').notNull(),
    isWalkIn: boolean('is_walk_in').notNull().default(false),
    joinedAt: at('joined_at').notNull(),
    stateSince: at('state_since').notNull(),
    offerUntil: at('offer_until'),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    /** A reminder that was due has been made, once. */
    remindedAt: at('reminded_at')
  },
  table => [
    primaryKey({ columns: [table.shiftId, table.personId] }),
    uniqueIndex('sign_ups_arrival').on(table.shiftId, table.arrival),
    index('sign_ups_person').on(table.personId, table.startsAt),
    index('sign_ups_queue')
      .on(table.shiftId, table.arrival)
      .where(sql`${table.state} = 'waitlisted'`),
    index('sign_ups_offers')
      .on(table.offerUntil)
      .where(sql`${table.state} = 'offered'`)
  ]
)

/** Append-only. */
export const signUpHistory = pgTable(
  'sign_up_history',
  {
    shiftId: text('shift_id').notNull(),
    personId: text('person_id').notNull(),
    sequence: integer('sequence').notNull(),
    at: at('at').notNull(),
    from: text('from_state').$type<SignUpState>(),
    to: text('to_state').$type<SignUpState>().notNull(),
    /** The person, staff, or `clock`. */
    actorId: text('actor_id'),
    note: text('note')
  },
  table => [primaryKey({ columns: [table.shiftId, table.personId, table.sequence] })]
)
