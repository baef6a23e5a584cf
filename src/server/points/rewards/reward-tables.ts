import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { limitPeriods, RedemptionState, rewardKinds, RewardState } from '#contract/points-shapes'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/**
 * A reward with what is left of it. `stock_left` is free to take, `held_count` lies there for somebody; both are projections of the
 * stock moves, and the database itself refuses to sell what is not there.
 */
export const rewards = pgTable(
  'rewards',
  {
    rewardId: text('reward_id').primaryKey(),
    /** Of what staff said of it and what lies on the shelf: handing over changes it, redeeming does not. */
    version: integer('version').notNull(),
    state: text('state').$type<RewardState>().notNull(),
    title: text('title').notNull(),
    description: text('description'),
    kind: text('kind').$type<(typeof rewardKinds)[number]>().notNull(),
    communityId: text('community_id').notNull(),
    photoFileId: text('photo_file_id'),
    price: integer('price').notNull(),
    perPersonLimit: integer('per_person_limit').notNull(),
    limitPeriod: text('limit_period').$type<(typeof limitPeriods)[number]>().notNull(),
    opensOn: text('opens_on'),
    closesOn: text('closes_on'),
    pickUpPlace: text('pick_up_place').notNull(),
    pickUpHours: text('pick_up_hours').notNull(),
    sponsor: text('sponsor'),
    needsPreparing: boolean('needs_preparing').notNull(),
    stockLeft: integer('stock_left').notNull(),
    heldCount: integer('held_count').notNull().default(0),
    fulfilledCount: integer('fulfilled_count').notNull().default(0),
    createdAt: at('created_at').notNull()
  },
  table => [
    check('stock_is_never_below_zero', sql`${table.stockLeft} >= 0 and ${table.heldCount} >= 0`),
    index('rewards_community').on(table.communityId, table.state),
    index('rewards_newest').on(table.createdAt.desc(), table.rewardId.desc())
  ]
)

export type StockMoveKind = 'received' | 'counted' | 'kept' | 'returned' | 'handed-over'

/** Append-only; the changes of a reward sum to `stock_left`. What belongs to a redemption is named after it, so that it happens once. */
export const rewardStockMoves = pgTable(
  'reward_stock_moves',
  {
    moveId: text('move_id').primaryKey(),
    rewardId: text('reward_id')
      .notNull()
      .references(() => rewards.rewardId),
    /** To what is free to take: handing over changes nothing of it, for it was kept before. */
    change: integer('change').notNull(),
    kind: text('kind').$type<StockMoveKind>().notNull(),
    at: at('at').notNull(),
    actorId: text('actor_id'),
    note: text('note')
  },
  table => [index('reward_stock_moves_newest').on(table.rewardId, table.at.desc(), table.moveId.desc())]
)

/** The points of a redemption are held under its id. Its title and price are those of the moment it was made. */
export const redemptions = pgTable(
  'redemptions',
  {
    redemptionId: text('redemption_id').primaryKey(),
    rewardId: text('reward_id')
      .notNull()
      .references(() => rewards.rewardId),
    personId: text('person_id').notNull(),
    title: text('title').notNull(),
    quantity: integer('quantity').notNull(),
    priceEach: integer('price_each').notNull(),
    state: text('state').$type<RedemptionState>().notNull(),
    /** The day that limits count it for. */
    businessDate: text('business_date').notNull(),
    createdAt: at('created_at').notNull(),
    confirmedAt: at('confirmed_at'),
    readyAt: at('ready_at'),
    /** Until when it is kept, while it is open. */
    keptUntil: at('kept_until'),
    /** When it was handed over, given back, or not fetched in time. */
    closedAt: at('closed_at'),
    /** What its rotating code is made with, in hex; never leaves the server. */
    secret: text('secret').notNull(),
    /** Staff who handed it over. */
    handedOverBy: text('handed_over_by'),
    /** Staff who redeemed it for somebody without a phone, and how that person agreed. */
    onBehalfBy: text('on_behalf_by'),
    consent: text('consent').$type<'said-so' | 'signed'>()
  },
  table => [
    index('redemptions_person').on(table.personId, table.createdAt.desc(), table.redemptionId.desc()),
    index('redemptions_limit').on(table.personId, table.rewardId),
    index('redemptions_reward').on(table.rewardId, table.state, table.createdAt),
    index('redemptions_due')
      .on(table.keptUntil)
      .where(sql`state in ('reserved', 'confirmed', 'ready')`)
  ]
)
