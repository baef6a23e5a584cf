import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { volunteering } from '#contract/volunteering'
import type { FlagKind, PresenceSignal, SignUpState } from '#contract/volunteering-states'
import { insertActivity, insertShifts, type ActivityRow, type ShiftRow } from '#server/volunteering/activities/activity-store'
import { organisations, shifts } from '#server/volunteering/activities/activity-tables'
import { addFact, raiseFlag, saveAttendance } from '#server/volunteering/presence/presence-store'
import { signUps } from '#server/volunteering/sign-ups/sign-up-tables'
import type { Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { uploadPhoto } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

/** A shift that was published in time, written straight into the tables so that it may lie anywhere in time. */
export interface HourScene {
  shift: ShiftRow
  activity: ActivityRow
}

const HOUR_MILLISECONDS = 3_600_000
export const HOUR_COMMUNITY = 'demo-community-1-1'
export const at = (clock: string) => new Date(`2026-11-${clock}:00+08:00`)

export interface HourCrew {
  organiser: Actor
  reviewer: Actor
  supervisor: Actor
  admin: Actor
  /** The city office. */
  office: Actor
}

export async function hourCrewOf(world: World): Promise<HourCrew> {
  const here = { areaId: HOUR_COMMUNITY }
  return {
    organiser: await world.staff('organiser', here),
    reviewer: await world.staff('reviewer', here),
    supervisor: await world.staff('supervisor', here),
    admin: await world.as('admin'),
    office: await world.as('supervisor', 'of-the-office')
  }
}

/** Who a test of a file about hours begins with: a resident nobody has met, on the afternoon of a day of service. */
export interface HourBeginning {
  world: World
  crew: HourCrew
  resident: Actor
}

/** One world for a file about hours. `areRulesKept`: after each test the books are looked through; not where tests break them on purpose. */
export function inHourWorld(begin: (beginning: HourBeginning) => void, { areRulesKept = true } = {}): void {
  let world: World
  let crew: HourCrew
  beforeAll(async () => {
    world = await openWorld()
    crew = await hourCrewOf(world)
  }, 60_000)
  beforeEach(async () => {
    world.at(at('23T14:00'))
    begin({ world, crew, resident: await world.newcomer() })
  })
  afterEach(async () => expect(areRulesKept ? await brokenHourRules(world) : []).toEqual([]))
  afterAll(() => world.close())
}

export async function sceneOf(
  world: World,
  from: string | Date,
  to: string | Date,
  change: { activity?: Partial<ActivityRow>; shift?: Partial<ShiftRow>; organisation?: string } = {}
): Promise<HourScene> {
  const [startsAt, endsAt] = [from, to].map(moment => (typeof moment === 'string' ? at(moment) : moment)) as [Date, Date]
  const createdAt = new Date(startsAt.getTime() - 120 * HOUR_MILLISECONDS)
  const organisationId = change.organisation ?? `organisation-${randomUUID()}`
  const activityId = randomUUID()
  return world.database.write(async writing => {
    await writing
      .insert(organisations)
      .values({ organisationId, name: '桂花社区志愿服务队', areaId: HOUR_COMMUNITY, isVerified: true })
      .onConflictDoNothing()
    const activity = {
      ...{ activityId, organisationId, communityId: HOUR_COMMUNITY, streetId: 'demo-street-1', cityId: 'demo-city' },
      ...{ title: '河边清洁', topic: '环境', riskLevel: 1, riskNote: '注意路滑', needsApproval: false },
      ...{ description: null, insuranceNumber: null, bring: null, meetingPlace: null, returnNote: null, cancelReason: null },
      ...{ longitude: 116.4, latitude: 31.9, radiusMetres: 100, state: 'ended' as const },
      ...{ authorId: 'whoever-planned', publisherId: 'whoever-published', createdAt, publishedAt: createdAt, startsAt, endsAt },
      ...change.activity
    }
    await insertActivity(writing, activity)
    const plan = { shiftId: randomUUID(), activityId, startsAt, endsAt, capacity: 30, createdAt, secret: '00'.repeat(32), ...change.shift }
    const [shift] = await insertShifts(writing, [plan])
    return { activity, shift: shift! }
  })
}

interface Presence {
  signUp?: SignUpState
  joinedAt?: Date
  /** When they came and left; `HH:MM` of the shift's day, or a whole moment. */
  in?: Date
  out?: Date
  signals?: readonly PresenceSignal[]
  isMidway?: boolean
  position?: { longitude: number; latitude: number }
}

const shifted = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000)

/** Signs somebody up, two days before, and lets them be seen at either end. */
export async function take(world: World, { shift }: HourScene, actor: Actor, presence: Presence = {}): Promise<void> {
  const { shiftId, startsAt, endsAt } = shift
  const { personId } = actor.person
  const joinedAt = presence.joinedAt ?? shifted(startsAt, -2 * 24 * 60)
  const state = presence.signUp ?? (presence.in ? 'present' : 'confirmed')
  await world.database.write(async writing => {
    const [counted] = await writing
      .update(shifts)
      .set({ taken: sql`${shifts.taken} + 1`, nextArrival: sql`${shifts.nextArrival} + 1` })
      .where(eq(shifts.shiftId, shiftId))
      .returning({ next: shifts.nextArrival })
    const arrival = (counted?.next ?? 2) - 1
    await writing.insert(signUps).values({ shiftId, personId, state, arrival, joinedAt, stateSince: joinedAt, startsAt, endsAt })
    const fact = (phase: 'in' | 'midway' | 'out', moment: Date) =>
      addFact(
        writing,
        {
          ...{ factId: randomUUID(), shiftId, personId, phase, at: moment, receivedAt: moment },
          signals: [...(presence.signals ?? ['code'])]
        },
        presence.position
      )
    if (presence.in) await fact('in', presence.in)
    if (presence.in && presence.isMidway) await fact('midway', shifted(presence.in, 60))
    if (presence.out) await fact('out', presence.out)
    if (!presence.in) return
    const attendance = { checkedInAt: presence.in, checkedOutAt: presence.out ?? null, stateSince: presence.out ?? presence.in }
    await saveAttendance(writing, { shiftId, personId, state: presence.out ? 'checked_out' : 'open_checkout', ...attendance })
  })
}

/** There from the beginning to the end, with a code at both. */
export const serveWhole = (world: World, scene: HourScene, actor: Actor, more: Presence = {}) =>
  take(world, scene, actor, { in: scene.shift.startsAt, out: scene.shift.endsAt, ...more })

export const verify = (
  staff: Actor,
  { shift }: HourScene,
  actor: Actor,
  decision: 'approve' | 'reject' | 'no-show' = 'approve',
  more: { note?: string; leftAt?: string } = {}
) => staff.ask(volunteering.verifyAttendance)({ shiftId: shift.shiftId, personId: actor.person.personId, decision, ...more })

export async function typeIn(
  world: World,
  staff: Actor,
  { shift }: HourScene,
  actor: Actor,
  minutes = 60,
  more: { photoIds?: string[]; reason?: string } = {}
) {
  const photoIds = more.photoIds ?? [await uploadPhoto(world, staff)]
  const typed = { shiftId: shift.shiftId, personId: actor.person.personId, minutes, reason: more.reason ?? '手机没电，现场有照片' }
  return staff.ask(volunteering.enterHours)({ ...typed, photoIds })
}

export const second = (staff: Actor, entryId: string, decision?: 'approve' | 'decline') =>
  staff.ask(volunteering.approveHours)({ entryId, ...(decision && { decision }) })

export const hoursOf = (actor: Actor) => actor.ask(volunteering.getMyHours)({})

/** Final minutes, what waits, and each entry as minutes, grade and where it stands; the latest first. */
export async function bookOf(actor: Actor) {
  const { minutes, onNotice, entries } = await hoursOf(actor)
  return { minutes, onNotice, entries: entries.map(entry => `${entry.minutes} ${entry.grade} ${entry.state}`) }
}

export const flagged = (
  world: World,
  { shift, activity }: HourScene,
  actor: Actor | undefined,
  kind: FlagKind = 'teleport',
  occasion = ''
) =>
  world.database.write(writing =>
    raiseFlag(writing, {
      ...{ kind, organisationId: activity.organisationId, activityId: activity.activityId, shiftId: shift.shiftId, occasion },
      ...{ personId: actor?.person.personId, facts: { speedKmh: 300 }, freezes: true, at: world.now }
    })
  )

/** Ids of the flags of a shift, the latest first. */
export async function flagsOf(world: World, { shift }: HourScene): Promise<{ flagId: string; kind: string; decision: string | null }[]> {
  const rows = await askDatabase(
    world.database,
    sql`select flag_id, kind, decision from flags where shift_id = ${shift.shiftId} order by at desc, flag_id`
  )
  return rows.map(row => ({ flagId: String(row.flag_id), kind: String(row.kind), decision: row.decision as string | null }))
}

export const decide = (staff: Actor, flagId: string, decision: 'cleared' | 'upheld') =>
  staff.ask(volunteering.decideFlag)({ flagId, decision, note: '到现场问过了' })

/** Lets the notice of everything entered so far pass. */
export async function afterNotice(world: World): Promise<void> {
  world.later({ hours: 72 })
  await world.tick()
}

/** What must hold of every ledger of hours at every moment, asked of the database: broken rules by name. */
export async function brokenHourRules(world: World): Promise<string[]> {
  const rows = await askDatabase(
    world.database,
    sql`select 'approved by its author ' || entry_id as what from hour_entries where author_id = approver_id or approver_id = person_id
    union all select 'a gap before ' || sequence from (select sequence, sequence - row_number() over (order by sequence) as gap from hour_entries) s where gap <> 0
    union all select 'stands nowhere ' || e.entry_id from hour_entries e left join hour_standings s using (entry_id) where s.entry_id is null
    union all select 'all entries differ from what counts and waits ' || person_id from (select person_id, sum(minutes) as total,
      coalesce(sum(minutes) filter (where state in ('final', 'notice', 'frozen')), 0) as counted from hour_entries join hour_standings using (entry_id, person_id) group by person_id) t
      where total <> counted
    union all select 'final without leaving or a second person ' || e.entry_id from hour_entries e join hour_standings s using (entry_id)
      left join attendances a on a.shift_id = e.shift_id and a.person_id = e.person_id where s.state = 'final' and a.checked_out_at is null and e.grade <> 'D'
    union all select 'final though held ' || e.entry_id from hour_entries e join hour_standings s using (entry_id) join flags f on f.shift_id = e.shift_id
      and (f.person_id = e.person_id or f.person_id is null) where s.state = 'final' and f.freezes and f.decision is distinct from 'cleared' and f.at < s.final_at
    union all select 'reversed other than in full ' || r.entry_id from hour_entries r join hour_entries e on e.entry_id = r.reverses_id
      where r.minutes <> -e.minutes or r.person_id <> e.person_id or r.business_date <> e.business_date`
  )
  return rows.map(row => String(row.what))
}
