import { quizzes } from '#contract/quizzes'
import { tick } from '#server/clock'
import { DemoStage } from '#server/demo/demo-stage'
import { eventsOfQuizzes } from '#server/demo/seed-demo-quizzes'
import { openWorld, type World } from '#world/world'

const DAY = 86_400_000
let world: World | undefined
afterEach(() => world?.close())

/** The demo city's 应知应会 up to a moment, as the first start lives it, with the clock coming round every day. */
async function liveUntil(now: Date): Promise<World> {
  const start = new Date(now.getTime() - 31 * DAY)
  const opened = await openWorld({ at: start, hasBank: true })
  const rounds = Array.from({ length: 31 }, (_, n) => new Date(start.getTime() + n * DAY))
  const events = [
    ...eventsOfQuizzes(new DemoStage(opened.product, start), now),
    ...rounds.map(at => ({ at, happen: () => tick(opened.product, at) }))
  ]
  for (const event of events.sort((a, b) => a.at.getTime() - b.at.getTime())) await event.happen()
  opened.at(now)
  await opened.tick()
  return opened
}

test.each(['2026-11-21T00:20:00+08:00'])(
  'the demo city has something to learn from, to take part in and to report when it is first started at %s',
  async moment => {
    world = await liveUntil(new Date(moment))
    const [resident, editor, office] = [await world.as('resident'), await world.as('editor'), await world.as('supervisor')]
    const knowledge = await resident.ask(quizzes.getMyKnowledge)({})
    expect([knowledge.isDailyDone, knowledge.streakDays, knowledge.mistakeCount > 0]).toEqual([false, 6, true])
    expect(knowledge.topics.filter(topic => topic.seenCount > 0).length).toBeGreaterThan(5)
    const { contests } = await resident.ask(quizzes.listContests)({})
    expect(contests.map(contest => contest.phase)).toEqual(['open', 'coming', 'over'])
    const [open, , over] = contests as [(typeof contests)[number], unknown, (typeof contests)[number]]
    expect([open.mine, open.participantCount, over.mine?.state]).toEqual([undefined, 6, 'submitted'])
    const ranking = await resident.ask(quizzes.getContestRanking)({ contestId: over.contestId })
    expect([ranking.participantCount, ranking.participants.length > 6, ranking.mine?.isMe]).toEqual([12, true, true])
    const { planned } = await editor.ask(quizzes.listPlannedContests)({})
    expect(planned.map(one => one.contest.state).sort()).toEqual(['draft', 'published', 'published', 'published'])
    const { waves } = await office.ask(quizzes.listWaves)({})
    expect(waves.map(wave => wave.state)).toEqual(['fielding', 'reported'])
    const report = await office.ask(quizzes.getWaveReport)({ waveId: waves[1]?.waveId as string })
    expect([report.overall.n > 100, report.items.length >= 6]).toEqual([true, true])
  },
  300_000
)
