import type { Interview } from '#contract/quizzes-fielding'
import {
  attemptsOf,
  INTERVIEW,
  INTERVIEW_ATTEMPT,
  nextUnit,
  standingOf,
  unitsInOrder,
  type InterviewEntry
} from '#app/features/fielding/interview-rules'
import { makeKeptInterviews } from '#app/features/fielding/kept-interviews'

jest.mock('#app/platform/storage', () => ({ storage: { read: () => undefined } }))

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 10, 23, hour, minute)).toISOString()
const unit = (sampleId: string, more: Partial<Interview> = {}): Interview => ({
  ...{
    waveId: 'w1',
    sampleId,
    number: Number(sampleId.slice(1)),
    communityId: 'c1',
    communityName: '枫林社区',
    ageBand: '30-44',
    sex: 'female'
  },
  ...{ heldUntil: at(23), attempts: [], items: [] },
  ...more
})
const queued = (kind: string, sampleId: string, payload: object = {}, refusal?: InterviewEntry['refusal']): InterviewEntry => ({
  ...{ id: `${kind}-${sampleId}`, kind, createdAt: at(1), photoKeys: [], attempts: 0 },
  payload: { personId: 'p1', waveId: 'w1', sampleId, number: 1, idempotencyKey: 'key-12345', ...payload } as InterviewEntry['payload'],
  ...(refusal && { refusal })
})
const visit = (hour: number, reason = 'nobody-home', minute = 0) =>
  ({ attemptedAt: at(hour, minute), reason }) as Interview['attempts'][number]
const draft = { startedAt: at(1), choices: {}, place: 0 }

test('a visit that waits for the network counts, and one made again within the hour stands for the one before', () => {
  const visited = unit('s1', { attempts: [visit(1)] })
  expect(attemptsOf(visited, [queued(INTERVIEW_ATTEMPT, 's1', visit(5, 'not-reached'))])).toEqual([visit(1), visit(5, 'not-reached')])
  expect(attemptsOf(visited, [queued(INTERVIEW_ATTEMPT, 's1', visit(1, 'refused', 20))])).toEqual([visit(1, 'refused', 20)])
  expect(attemptsOf(visited, [queued(INTERVIEW_ATTEMPT, 's2', visit(5))])).toEqual([visit(1)])
})

test('a unit stands where the phone knows it stands, network or not', () => {
  expect(standingOf(unit('s1'), undefined, [])).toBe('new')
  expect(standingOf(unit('s1'), draft, [])).toBe('begun')
  expect(standingOf(unit('s1'), draft, [queued(INTERVIEW, 's1')])).toBe('waits')
  expect(standingOf(unit('s1'), undefined, [queued(INTERVIEW_ATTEMPT, 's1', visit(1))])).toBe('again')
  expect(standingOf(unit('s1'), undefined, [queued(INTERVIEW_ATTEMPT, 's1', visit(1, 'refused'))])).toBe('over')
  expect(standingOf(unit('s1', { attempts: [visit(1), visit(5), visit(9), visit(13)] }), undefined, [])).toBe('over')
  expect(standingOf(unit('s1'), undefined, [queued(INTERVIEW, 's1', {}, { code: 'token-used', message: '' })])).toBe('new')
})

test('what is begun comes first, then new ones, neighbours together; what waits or is over comes last', () => {
  const units = [
    unit('s1', { attempts: [visit(1)] }),
    unit('s2', { communityId: 'c2' }),
    unit('s3'),
    unit('s4'),
    unit('s5'),
    unit('s6', { attempts: [visit(1, 'refused')] })
  ]
  const ordered = unitsInOrder({ units }, { s5: draft }, [queued(INTERVIEW, 's4')])
  expect(ordered.map(one => one.unit.sampleId)).toEqual(['s5', 's3', 's2', 's1', 's4', 's6'])
  expect(nextUnit(ordered, units[1]!)?.sampleId).toBe('s5')
  expect(
    nextUnit(
      ordered.filter(one => one.unit.sampleId !== 's5'),
      unit('s9', { communityId: 'c2' })
    )?.sampleId
  ).toBe('s2')
  expect(nextUnit([], units[0]!)).toBeUndefined()
})

function box() {
  const store = new Map<string, string>()
  return makeKeptInterviews({
    read: <Value>(key: string) => (store.has(key) ? (JSON.parse(store.get(key)!) as Value) : undefined),
    write: (key, value) => void store.set(key, JSON.stringify(value)),
    remove: key => void store.delete(key)
  })
}
const wave = (units: Interview[]) => ({
  ...{ waveId: 'w1', title: '调查', channel: 'phone' as const, closesOn: '2026-12-06', communities: [], doneCount: 0 },
  units
})

test('another person on this phone finds nothing of the one before', () => {
  const kept = box()
  kept.keep('p1', [wave([unit('s1')])])
  kept.draft('p1', 's1', draft)
  expect(kept.of('p2')).toMatchObject({ waves: [], drafts: {} })
  kept.keep('p2', [])
  expect(kept.of('p1')).toMatchObject({ waves: [], drafts: {} })
})

test('a unit that was given back may be taken again', () => {
  const kept = box()
  kept.keep('p1', [wave([unit('s1'), unit('s2')])])
  kept.drop('p1', ['s1'])
  expect(kept.of('p1').waves[0]?.units.map(one => one.sampleId)).toEqual(['s2'])
  kept.add('p1', 'w1', [unit('s1')])
  expect(kept.of('p1').waves[0]?.units.map(one => one.sampleId)).toEqual(['s2', 's1'])
  kept.keep('p1', [wave([unit('s1')])])
  expect(kept.of('p1').waves[0]?.units).toHaveLength(1)
})
