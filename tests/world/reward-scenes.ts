import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { points } from '#contract/points'
import type { Actor, Ask } from '#world/actor'
import { newKey } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import type { World } from '#world/world'

export const SHELF = 'demo-community-1-1'
export const OTHER_SHELF = 'demo-community-2-1'

/** What a liaison says of a reward without faults. */
export const rewardWords = {
  title: '毛巾一条',
  kind: 'daily' as const,
  communityId: SHELF,
  price: 20,
  perPersonLimit: 2,
  pickUpPlace: '桂花社区服务站一楼',
  pickUpHours: '每天 9:00–17:00'
}

export type RewardWish = Partial<Parameters<ReturnType<typeof createReward>>[0]>
const createReward = (ask: Ask) => ask(points.createReward)

/** Whoever keeps the shelf of one community. */
export const keeperOf = (world: World, areaId = SHELF) => world.staff('liaison', { areaId })

/** Puts a reward on the shelf. @returns its id. */
export async function putOnShelf(keeper: Actor, wish: RewardWish = {}): Promise<string> {
  return (await createReward(keeper.ask)({ ...rewardWords, stock: 10, ...wish })).rewardId
}

export const redeem = (actor: Pick<Actor, 'ask'>, rewardId: string, quantity = 1, idempotencyKey = newKey()) =>
  actor.ask(points.redeemReward)({ rewardId, quantity, idempotencyKey })

/** The code somebody would show now. */
export async function codeOf(actor: Actor, redemptionId: string): Promise<string> {
  const { code } = await actor.ask(points.getRedemption)({ redemptionId })
  if (!code) throw new Error('there is no code to show')
  return code
}

/** Points out of the adjustment account, for many at once, with the lots that go with them. */
export async function givePoints(world: World, personIds: readonly string[], amount: number, expiresOn = '2027-12-31'): Promise<void> {
  const name = `gift:${randomUUID()}`
  const now = world.now.toISOString()
  const ids = JSON.stringify(personIds)
  await askDatabase(
    world.database,
    sql`with p as (select id, ${name} || ':' || id as t from json_array_elements_text(${ids}::json) as x (id)),
      made as (insert into point_transactions (transaction_id, kind, rule, rule_version, cause, person_id, business_date, at, clipped, digest)
        select t, 'adjust', 'adjustment', 1, ${name}, id, ${now.slice(0, 10)}, ${now}::timestamptz, 0, t from p),
      gained as (insert into point_lines (transaction_id, account, amount, person_id, at)
        select t, 'person:' || id || ':available', ${amount}::int, id, ${now}::timestamptz from p),
      given as (insert into point_lines (transaction_id, account, amount, at) select t, 'adjustment', -${amount}::int, ${now}::timestamptz from p),
      lots as (insert into point_lots (lot_id, person_id, amount, left_amount, expires_on, at)
        select t, id, ${amount}::int, ${amount}::int, ${expiresOn}, ${now}::timestamptz from p),
      moves as (insert into point_lot_moves (transaction_id, lot_id, amount) select t, t, ${amount}::int from p),
      pot as (insert into point_balances (account, balance) values ('adjustment', -(${amount}::int * ${personIds.length}::int))
        on conflict (account) do update set balance = point_balances.balance + excluded.balance)
      insert into point_balances (account, balance) select 'person:' || id || ':available', ${amount}::int from p
        on conflict (account) do update set balance = point_balances.balance + excluded.balance`
  )
}

/** What of each lot somebody has left. */
export const lotsOf = (world: World, personId: string) =>
  askDatabase(
    world.database,
    sql`select lot_id as "lotId", left_amount as left, expires_on as "expiresOn" from point_lots where person_id = ${personId} order by lot_id`
  )

/** Everything that must hold of shelf and ledger together, asked of the database: broken rules by name, none where all is well. */
export async function brokenShelf(world: World): Promise<string[]> {
  const found = await askDatabase(
    world.database,
    sql`with r as (select reward_id, coalesce(sum(quantity) filter (where state in ('reserved', 'confirmed', 'ready')), 0)::int as held,
        coalesce(sum(quantity) filter (where state = 'fulfilled'), 0)::int as fulfilled,
        coalesce(sum(quantity * price_each) filter (where state = 'fulfilled'), 0)::int as spent from redemptions group by reward_id)
    select 'the counts of a reward differ from its redemptions' as what from rewards w left join r using (reward_id)
      where w.held_count <> coalesce(r.held, 0) or w.fulfilled_count <> coalesce(r.fulfilled, 0)
    union all select 'the stock moves do not sum to what is left' from rewards w
      where w.stock_left <> (select coalesce(sum(change), 0) from reward_stock_moves m where m.reward_id = w.reward_id)
    union all select 'something was sold that never was there' from rewards where stock_left < 0
    union all select 'what was spent on a reward is not in its account' from rewards w left join r using (reward_id)
      where coalesce(r.spent, 0) <> coalesce((select balance from point_balances b where b.account = 'redeemed:' || w.reward_id), 0)
    union all select 'a redemption and its hold disagree: ' || d.state || ' ' || coalesce(h.state, 'none') from redemptions d
      left join point_holds h on h.hold_id = d.redemption_id where h.state is distinct from
        case when d.state = 'fulfilled' then 'captured' when d.state in ('cancelled', 'expired') then 'voided' else 'open' end
        or h.amount <> d.quantity * d.price_each
    union all select 'a transaction does not sum to zero' from point_lines group by transaction_id having sum(amount) <> 0
    union all select 'a cached balance is not the sum of its lines: ' || account from
      (select account, sum(amount) as total from point_lines group by account) l full join point_balances b using (account)
      where coalesce(l.total, 0) <> coalesce(b.balance, 0)
    union all select 'the lots of a person are not what is available' from (select person_id, sum(left_amount) as left from point_lots group by person_id) l
      join point_balances b on b.account = 'person:' || l.person_id || ':available' where l.left <> b.balance
    union all select 'held points differ from the open holds' from point_balances b where b.account like 'person:%:held'
      and b.balance <> (select coalesce(sum(amount), 0) from point_holds h where h.state = 'open' and b.account = 'person:' || h.person_id || ':held')`
  )
  return found.map(row => String(row.what))
}
