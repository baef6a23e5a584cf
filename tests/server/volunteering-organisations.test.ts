import { people } from '#contract/people'
import { places } from '#contract/places'
import { volunteering } from '#contract/volunteering'
import { inviteAdmin } from '#server/people/invitation'
import { borderAround } from '#server/places/border-file-rules'
import { createCity } from '#server/places/create-city'
import { newKey, refusalOf, type Actor } from '#world/actor'
import { openWorld, type World } from '#world/world'

const COMMUNITY = 'demo-community-1-1'
const day = '2026-11-28'
const plan = (more: object = {}) => ({
  ...{ title: '河边捡垃圾', communityId: COMMUNITY, topic: '环境', riskLevel: 1, riskNote: '注意脚下', needsApproval: false },
  site: { longitude: 117, latitude: 34, radiusMetres: 200 },
  shifts: [{ startsAt: `${day}T01:00:00.000Z`, endsAt: `${day}T03:00:00.000Z`, capacity: 5 }],
  ...more
})

let world: World
let admin: Actor
let organiser: Actor
let reviewer: Actor
beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin')
  organiser = await world.staff('organiser', { areaId: 'demo-street-1' })
  reviewer = await world.staff('reviewer', { areaId: 'demo-street-1' })
}, 60_000)
afterAll(() => world.close())

const listed = async (actor: Actor) => (await actor.ask(volunteering.listOrganisations)({})).organisations
const save = (actor: Actor, said: { organisationId?: string; name: string; areaId?: string }) =>
  actor.ask(volunteering.saveOrganisation)({ areaId: COMMUNITY, ...said })

describe('an organisation', () => {
  test('comes with each imported community, once, and follows its name', async () => {
    const empty = await openWorld({ isEmpty: true })
    const first = await empty.newcomer()
    const code = await empty.database.write(async writing => {
      await createCity(writing, { areaId: '320322', name: '沛县', shape: borderAround('116,34,117,35') })
      return inviteAdmin(writing, '320322', empty.now)
    })
    empty.product.city.forget()
    await first.ask(people.redeemInvitation)({ code })
    const feature = (areaId: string, kind: 'street' | 'community', name: string, parentId: string) => ({
      ...{ type: 'Feature' as const, properties: { areaId, kind, name, parentId } },
      geometry: borderAround('116.2,34.2,116.8,34.8')
    })
    const bring = (...features: ReturnType<typeof feature>[]) => first.ask(places.importAreas)({ type: 'FeatureCollection', features })
    await bring(feature('s1', 'street', '新街道', '320322'), feature('c1', 'community', '新社区', 's1'))
    const [own, ...others] = await listed(first)
    expect([own, others]).toMatchObject([{ name: '新社区志愿服务队', areaId: 'c1', isOwn: true, isVerified: true, isRetired: false }, []])
    await bring(feature('c1', 'community', '更新社区', 's1'))
    expect(await listed(first)).toEqual([{ ...own, name: '更新社区志愿服务队', areaName: '更新社区' }])
    await empty.close()
  })

  test('written by one publishes nothing until another has verified it', async () => {
    const { organisationId, isVerified } = await save(organiser, { name: '河东志愿者' })
    expect(isVerified).toBe(false)
    const { activityId } = await organiser.ask(volunteering.createActivity)(plan({ organisationId }))
    expect(await refusalOf(reviewer.ask(volunteering.publishActivity)({ activityId }))).toBe('gates-not-met')
    expect(await refusalOf(organiser.ask(volunteering.verifyOrganisation)({ organisationId }))).toBe('not-found')
    await reviewer.ask(volunteering.verifyOrganisation)({ organisationId })
    expect(await refusalOf(admin.ask(volunteering.verifyOrganisation)({ organisationId }))).toBe('already-done')
    await reviewer.ask(volunteering.publishActivity)({ activityId })
    await save(reviewer, { organisationId, name: '河东志愿者之家' })
    expect(await refusalOf(reviewer.ask(volunteering.verifyOrganisation)({ organisationId }))).toBe('same-person')
    expect((await listed(admin)).find(row => row.organisationId === organisationId)).toMatchObject({ isVerified: false, canVerify: true })
  })

  test('is retired when nothing of it is ahead, plans nothing then, and comes back', async () => {
    const { organisationId } = await save(organiser, { name: '临时服务队' })
    const retire = (isRetired: boolean, actor = reviewer) => actor.ask(volunteering.retireOrganisation)({ organisationId, isRetired })
    const { activityId } = await organiser.ask(volunteering.createActivity)(plan({ organisationId }))
    expect(await refusalOf(retire(true))).toBe('organisation-busy')
    await organiser.ask(volunteering.cancelActivity)({ activityId, reason: '不办了' })
    expect(await refusalOf(retire(true, organiser))).toBe('not-found')
    await retire(true)
    expect(await refusalOf(organiser.ask(volunteering.createActivity)(plan({ organisationId })))).toBe('not-found')
    await retire(false)
    await organiser.ask(volunteering.createActivity)(plan({ organisationId, title: '又办了' }))
  })

  test('is seen and written only where one works, and the community’s own stays in its community', async () => {
    const elsewhere = await world.staff('reviewer', { areaId: 'demo-street-2' })
    const [own] = (await listed(organiser)).filter(({ areaId, isOwn }) => isOwn && areaId === COMMUNITY)
    const { organisationId = '' } = own ?? {}
    expect((await listed(elsewhere)).map(({ areaId }) => areaId)).not.toContain(COMMUNITY)
    expect(await refusalOf(listed(await world.newcomer()))).toBe('not-found')
    expect(await refusalOf(save(elsewhere, { name: '手伸得长' }))).toBe('not-found')
    expect(await refusalOf(save(elsewhere, { organisationId, name: '手伸得长', areaId: 'demo-street-2' }))).toBe('not-found')
    expect(await refusalOf(elsewhere.ask(volunteering.retireOrganisation)({ organisationId, isRetired: true }))).toBe('not-found')
    expect(await refusalOf(save(organiser, { organisationId, name: '搬家', areaId: 'demo-street-1' }))).toBe('bad-input')
    expect(await refusalOf(save(organiser, { name: '网格队', areaId: 'demo-grid-1-1-1' }))).toBe('bad-input')
  })

  test('sent twice with one key is one', async () => {
    const said = { name: '只有一个', areaId: COMMUNITY, idempotencyKey: newKey() }
    const first = await organiser.ask(volunteering.saveOrganisation)(said)
    expect(await organiser.ask(volunteering.saveOrganisation)(said)).toEqual(first)
  })
})

describe('a team', () => {
  let organisationId: string
  let teamId: string
  const seen = (actor: Actor) => actor.ask(volunteering.getTeam)({ teamId })
  beforeAll(async () => {
    organisationId = (await listed(organiser)).find(({ areaId, isOwn }) => isOwn && areaId === COMMUNITY)?.organisationId ?? ''
    teamId = (await organiser.ask(volunteering.saveTeam)({ organisationId, name: '清晨小队' })).teamId
  })

  test('is joined by its code, scanned or typed, and left again', async () => {
    const { joinCode } = await seen(organiser)
    const [one, other] = [await world.as('resident', 'one'), await world.as('neighbour', 'other')]
    await one.ask(people.giveConsent)({ policyVersion: one.person.consentedPolicy ?? '2026-11-01' })
    await other.ask(people.giveConsent)({ policyVersion: '2026-11-01' })
    expect(await one.ask(volunteering.joinTeamByCode)({ code: `tongchuang:team:${joinCode}` })).toEqual({ teamId, name: '清晨小队' })
    await other.ask(volunteering.joinTeamByCode)({ code: ` ${joinCode} ` })
    expect((await seen(organiser)).members).toHaveLength(2)
    await other.ask(volunteering.joinTeam)({ teamId, isMember: false })
    expect((await seen(organiser)).members).toHaveLength(1)
    expect(await refusalOf(other.ask(volunteering.joinTeamByCode)({ code: '00000000' }))).toBe('team-unknown')
  })

  test('is led by one of its members, who sees the others, hands out a new code and takes somebody out', async () => {
    const leader = await world.as('resident', 'leader')
    const member = await world.as('resident', 'member')
    const lead = (personId?: string) => organiser.ask(volunteering.setTeamLeader)({ teamId, ...(personId && { personId }) })
    expect(await refusalOf(lead(leader.person.personId))).toBe('not-found')
    for (const actor of [leader, member]) {
      await actor.ask(people.giveConsent)({ policyVersion: '2026-11-01' })
      await actor.ask(volunteering.joinTeam)({ teamId, isMember: true })
    }
    expect(await refusalOf(seen(member))).toBe('not-found')
    await lead(leader.person.personId)
    const before = await seen(leader)
    expect([before.canManage, before.members.find(({ isLeader }) => isLeader)?.personId]).toEqual([false, leader.person.personId])
    const { joinCode } = await leader.ask(volunteering.renewTeamCode)({ teamId })
    expect(await refusalOf(member.ask(volunteering.joinTeamByCode)({ code: before.joinCode }))).toBe('team-unknown')
    await leader.ask(volunteering.removeTeamMember)({ teamId, personId: member.person.personId })
    await member.ask(volunteering.joinTeamByCode)({ code: joinCode })
    expect(await refusalOf(leader.ask(volunteering.saveTeam)({ teamId, organisationId, name: '改名' }))).toBe('not-found')
    await leader.ask(people.deleteMyAccount)({ confirmation: 'delete' })
    const after = await seen(organiser)
    expect([after.leaderName, after.members.filter(({ isLeader }) => isLeader)]).toEqual([undefined, []])
  })

  test('is retired: nobody finds or joins it, and its members may still leave', async () => {
    const { joinCode, members } = await seen(organiser)
    await organiser.ask(volunteering.saveTeam)({ teamId, organisationId, name: '清晨小队', isRetired: true })
    const stranger = await world.newcomer()
    await stranger.ask(people.giveConsent)({ policyVersion: '2026-11-01' })
    expect(await refusalOf(stranger.ask(volunteering.joinTeamByCode)({ code: joinCode }))).toBe('team-unknown')
    expect(await refusalOf(stranger.ask(volunteering.joinTeam)({ teamId, isMember: true }))).toBe('not-found')
    expect((await world.nobody.ask(volunteering.listTeams)({})).teams.map(team => team.teamId)).not.toContain(teamId)
    const one = await world.as('resident', 'one')
    await one.ask(volunteering.joinTeam)({ teamId, isMember: false })
    expect((await seen(organiser)).members).toHaveLength(members.length - 1)
  })

  test('is run where one works alone', async () => {
    const elsewhere = await world.staff('organiser', { areaId: 'demo-street-2' })
    expect(await refusalOf(seen(elsewhere))).toBe('not-found')
    for (const [operation, input] of [
      ['saveTeam', { teamId, organisationId, name: '别人的' }],
      ['setTeamLeader', { teamId }],
      ['renewTeamCode', { teamId }],
      ['removeTeamMember', { teamId, personId: 'any' }]
    ] as const)
      expect((await elsewhere.send(`volunteering/${operation}`, input)).status).toBe(404)
    expect((await elsewhere.ask(volunteering.listManagedTeams)({})).teams.map(team => team.teamId)).not.toContain(teamId)
  })
})
