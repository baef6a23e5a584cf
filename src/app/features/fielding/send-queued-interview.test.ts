import type { Interview } from '#contract/quizzes-fielding'
import { keptInterviews } from '#app/features/fielding/kept-interviews'
import { sendQueuedAttempt, sendQueuedInterview } from '#app/features/fielding/send-queued-interview'
import { call } from '#app/platform/call-operation'
import { Offline, Refused } from '#app/platform/refused'
import { currentPerson } from '#app/platform/session'

jest.mock('#app/platform/storage', () => ({ storage: { read: () => undefined, write: () => undefined, remove: () => undefined } }))
jest.mock('#app/platform/call-operation', () => ({ call: { quizzes: { recordInterview: jest.fn(), logInterviewAttempt: jest.fn() } } }))
jest.mock('#app/platform/session', () => ({ currentPerson: jest.fn() }))

const recordInterview = call.quizzes.recordInterview as unknown as jest.Mock
const logInterviewAttempt = call.quizzes.logInterviewAttempt as unknown as jest.Mock
const unit: Interview = {
  ...{ waveId: 'w1', sampleId: 's1', number: 7, communityId: 'c1', communityName: '枫林社区', ageBand: '30-44', sex: 'female' },
  ...{ heldUntil: '', attempts: [], items: [] }
}
const wave = {
  waveId: 'w1',
  title: '调查',
  channel: 'household' as const,
  closesOn: '2026-12-06',
  communities: [],
  units: [unit],
  doneCount: 2
}
const recorded = { waveId: 'w1', sampleId: 's1', answers: [{ itemId: 'i1' }], startedAt: 'a', endedAt: 'b', idempotencyKey: 'key-12345' }
const tried = { waveId: 'w1', sampleId: 's1', reason: 'nobody-home' as const, attemptedAt: 'a', idempotencyKey: 'key-12345' }
const entryOf = (payload: object) => ({
  ...{ id: 'e1', kind: 'interview', createdAt: '', photoKeys: [], attempts: 0 },
  payload: { personId: 'p1', number: 7, ...payload }
})
const kept = () => keptInterviews.kept.get().waves[0]

beforeEach(() => {
  jest.mocked(currentPerson).mockReturnValue({ personId: 'p1' } as ReturnType<typeof currentPerson>)
  for (const mock of [recordInterview, logInterviewAttempt]) mock.mockReset()
  keptInterviews.kept.set({ personId: 'p1', waves: [wave], drafts: { s1: { startedAt: 'a', choices: {}, place: 0 } }, doneIds: [] })
})

test('an interview that arrived leaves the list, and a list asked for before does not bring it back', async () => {
  recordInterview.mockResolvedValue({ accepted: true })
  await sendQueuedInterview(entryOf(recorded))
  expect(recordInterview).toHaveBeenCalledWith(recorded)
  expect(kept()).toMatchObject({ units: [], doneCount: 3 })
  keptInterviews.keep('p1', [wave])
  expect(kept()?.units).toEqual([])
})

test('a visit in vain arrives and is read with the unit', async () => {
  const attempts = [{ attemptedAt: 'a', reason: 'nobody-home' as const }]
  logInterviewAttempt.mockResolvedValue({ attempts })
  await sendQueuedAttempt(entryOf(tried))
  expect(logInterviewAttempt).toHaveBeenCalledWith(tried)
  expect(kept()?.units[0]?.attempts).toEqual(attempts)
})

test("nothing goes out under somebody else's name, and a session that ended lets it wait", async () => {
  jest.mocked(currentPerson).mockReturnValueOnce({ personId: 'p2' } as ReturnType<typeof currentPerson>)
  await expect(sendQueuedInterview(entryOf(recorded))).rejects.not.toBeInstanceOf(Refused)
  expect(recordInterview).not.toHaveBeenCalled()
  recordInterview.mockRejectedValueOnce(new Refused('not-signed-in', ''))
  await expect(sendQueuedInterview(entryOf(recorded))).rejects.not.toBeInstanceOf(Refused)
  expect(kept()?.units).toHaveLength(1)
})

test('a dead line lets it wait; a no of the server stays with its reason, and the unit with it', async () => {
  for (const fault of [new Offline(), new Refused('token-used', ''), new Refused('unit-passed-on', '')]) {
    recordInterview.mockRejectedValueOnce(fault)
    await expect(sendQueuedInterview(entryOf(recorded))).rejects.toBe(fault)
  }
  expect(kept()?.units).toHaveLength(1)
})
