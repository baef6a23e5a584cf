import type { Attempt } from '#contract/quiz-shapes'
import { keptAttempts } from '#app/features/quizzes/kept-attempts'
import { sendQueuedAnswer } from '#app/features/quizzes/send-queued-answer'
import { call } from '#app/platform/call-operation'
import { Offline, Refused } from '#app/platform/refused'
import { currentPerson } from '#app/platform/session'

jest.mock('#app/platform/storage', () => ({ storage: { read: () => undefined, write: () => undefined, remove: () => undefined } }))
jest.mock('#app/platform/call-operation', () => ({ call: { quizzes: { answerItem: jest.fn() } } }))
jest.mock('#app/platform/session', () => ({ currentPerson: jest.fn() }))

const answerItem = call.quizzes.answerItem as unknown as jest.Mock
const attempt: Attempt = {
  ...{ attemptId: 't1', mode: 'daily', state: 'in_progress', answered: [] },
  items: [{ itemId: 'i1', type: 'fill', topic: '志愿服务', stem: '每年____月5日', reason: 'new' }]
}
const sent = { attemptId: 't1', itemId: 'i1', answer: { text: '3' } }
const entry = { id: 'e1', kind: 'quiz-answer', createdAt: '', payload: { personId: 'p1', ...sent }, photoKeys: [], attempts: 0 }
const reply = { correct: true, key: { text: '3' }, explanation: '三月五日。', source: { law: 'x', article: 'y', statement: 'z' } }
const kept = () => keptAttempts.kept.get()[0]

beforeEach(() => {
  jest.mocked(currentPerson).mockReturnValue({ personId: 'p1' } as ReturnType<typeof currentPerson>)
  answerItem.mockReset()
  keptAttempts.keep('p1', attempt)
})

test('the verdict is kept beside the answer, and the name of the person stays on the phone', async () => {
  answerItem.mockResolvedValue(reply)
  await sendQueuedAnswer(entry)
  expect(answerItem).toHaveBeenCalledWith(sent)
  expect(kept()?.attempt.answered).toMatchObject([{ answer: { text: '3' }, locked: { explanation: '三月五日。' } }])
})

test("an answer never goes out under somebody else's name", async () => {
  jest.mocked(currentPerson).mockReturnValue({ personId: 'p2' } as ReturnType<typeof currentPerson>)
  await expect(sendQueuedAnswer(entry)).rejects.toThrow()
  expect(answerItem).not.toHaveBeenCalled()
})

test('a dead line, a session that ended and a fault of the server let it wait for the next try', async () => {
  for (const fault of [new Offline(), new Refused('not-signed-in', ''), new Refused('unexpected', '')]) {
    answerItem.mockRejectedValueOnce(fault)
    await expect(sendQueuedAnswer(entry)).rejects.not.toBeInstanceOf(Refused)
  }
  expect(kept()?.doubts).toBeUndefined()
})

test('one that was answered on another phone or came too late is let go, and the attempt is asked anew', async () => {
  const codes = ['already-answered', 'attempt-expired', 'attempt-closed'] as const
  for (const [index, code] of codes.entries()) {
    answerItem.mockRejectedValueOnce(new Refused(code, ''))
    await sendQueuedAnswer(entry)
    expect(kept()?.doubts).toBe(index + 1)
  }
})
