import { keptSurveys } from '#app/features/fielding/kept-surveys'
import { sendQueuedSurvey } from '#app/features/fielding/send-queued-survey'
import { call } from '#app/platform/call-operation'
import { Offline, Refused } from '#app/platform/refused'

jest.mock('#app/platform/storage', () => ({ storage: { read: () => undefined, write: () => undefined, remove: () => undefined } }))
jest.mock('#app/platform/call-operation', () => ({ call: { quizzes: { answerWave: jest.fn() } } }))

const answerWave = call.quizzes.answerWave as unknown as jest.Mock
const payload = { token: 'token-one', answers: [{ itemId: 'i1', optionId: 'a' }, { itemId: 'i2' }] }
const entry = (attempts = 0) => ({ id: 'e1', kind: 'survey', createdAt: '', payload, photoKeys: [], attempts })
const kept = () => keptSurveys.kept.get()[0]

beforeEach(() => {
  answerWave.mockReset()
  keptSurveys.end('token-one', 'used')
  keptSurveys.begin('token-one', { title: '调查', items: [{ itemId: 'i1', stem: '题', options: [] }] })
  keptSurveys.choose('token-one', 'i1', { optionId: 'a' })
})

test('once it arrived, the phone keeps that it did and forgets what was answered', async () => {
  await sendQueuedSurvey(entry())
  expect(answerWave).toHaveBeenCalledWith(payload)
  expect(kept()).toEqual({ token: 'token-one', title: '', items: [], choices: {}, outcome: 'sent' })
})

test('a dead line and a fault of the server lose nothing', async () => {
  for (const fault of [new Offline(), new Refused('unexpected', '')]) {
    answerWave.mockRejectedValueOnce(fault)
    await expect(sendQueuedSurvey(entry())).rejects.toBe(fault)
  }
  expect(kept()?.choices).toEqual({ i1: { optionId: 'a' } })
})

test('a link somebody else answered before is said to be so; after a lost reply it was this one', async () => {
  answerWave.mockRejectedValue(new Refused('token-used', ''))
  await sendQueuedSurvey(entry())
  expect(kept()?.outcome).toBe('used')
  keptSurveys.begin('token-one', { title: '调查', items: [] })
  await sendQueuedSurvey(entry(1))
  expect(kept()?.outcome).toBe('sent')
})

test('a survey that closed meanwhile ends in kind words', async () => {
  answerWave.mockRejectedValue(new Refused('token-unknown', ''))
  await sendQueuedSurvey(entry(3))
  expect(kept()?.outcome).toBe('closed')
})
