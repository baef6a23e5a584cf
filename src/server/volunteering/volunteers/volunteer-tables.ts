import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { AppealOutcome, Skill } from '#contract/volunteering-states'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const volunteerProfiles = pgTable('volunteer_profiles', {
  personId: text('person_id').primaryKey(),
  /** Empty where somebody has no profile: the row then only keeps a cool-down. */
  birthDate: text('birth_date'),
  skills: jsonb('skills').$type<Skill[]>().notNull(),
  guardianName: text('guardian_name'),
  hasGuardianConsent: boolean('has_guardian_consent').notNull().default(false),
  /** Printed on the paper card, 122 random bits: a card must outlive every key of the deployment. Leaving makes another. */
  cardSecret: text('card_secret')
    .notNull()
    .default(sql`replace(gen_random_uuid()::text, '-', '')`),
  coolDownUntil: at('cool_down_until'),
  appealReason: text('appeal_reason'),
  appealedAt: at('appealed_at'),
  appealOutcome: text('appeal_outcome').$type<AppealOutcome>(),
  /** Said to the volunteer with the outcome. */
  appealNote: text('appeal_note'),
  appealDecidedBy: text('appeal_decided_by'),
  appealDecidedAt: at('appeal_decided_at'),
  createdAt: at('created_at').notNull()
})

export const teamMembers = pgTable(
  'team_members',
  { teamId: text('team_id').notNull(), personId: text('person_id').notNull(), since: at('since').notNull() },
  table => [primaryKey({ columns: [table.teamId, table.personId] }), index('team_members_person').on(table.personId)]
)
