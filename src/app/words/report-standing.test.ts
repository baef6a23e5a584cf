import { reportStates, type ReportState } from '#contract/report-states'
import { outcomeWords } from '#app/words/report-outcome'
import { cardLineWords, standingWords } from '#app/words/report-standing'

const now = new Date('2026-11-21T04:00:00.000Z')
const report = (state: ReportState, more: object = {}) => ({
  ...({ state, mode: 'FIX', viewer: 'reporter', isOverdue: false, submittedAt: '2026-11-21T02:00:00.000Z' } as const),
  dueAt: '2026-11-21T07:00:00.000Z',
  ...more
})

test('every state says where it stands without a code', () => {
  for (const state of reportStates) {
    const { sentence, line } = standingWords({ report: report(state), now })
    expect(sentence).toMatch(/。$/)
    expect(`${sentence}${line ?? ''}`).not.toMatch(/[a-z_]/i)
    expect(cardLineWords(report(state), now)).not.toMatch(/[a-z_]/i)
  }
})

test('what is waited for comes with its time', () => {
  expect(standingWords({ report: report('submitted'), now }).line).toBe('今天 15:00 前回复你。')
  expect(standingWords({ report: report('handling', { unitName: '环卫所' }), now })).toEqual({
    sentence: '环卫所正在处理。',
    line: '今天 15:00 前办好。'
  })
})

test('what is late says so instead of naming a time that has passed', () => {
  expect(standingWords({ report: report('handling', { isOverdue: true }), now }).line).toBe('比说好的时间晚了，还没办完。')
  expect(cardLineWords(report('handling', { isOverdue: true }), now)).toBe('比说好的时间晚了')
})

test('a rejection gives the reason and where to go instead', () => {
  const words = standingWords({ report: report('rejected', { dueAt: undefined }), last: { reasonCode: 'private-dispute' }, now })
  expect(words.sentence).toBe('没有受理：这是两家之间的事，社区可以帮着调解。')
  expect(words.line).toContain('打社区电话约调解')
})

test('once the window for objections is over nothing is promised any more', () => {
  const closed = (objectionUntil: string) => standingWords({ report: report('closed', { dueAt: undefined, objectionUntil }), now }).line
  expect(closed('2026-11-22T04:00:00.000Z')).toBe('要是没解决，明天 12:00 前都可以说。')
  expect(closed('2026-11-09T04:00:00.000Z')).toBeUndefined()
})

test('a suspended report says why and when it is looked at again', () => {
  const words = standingWords({
    report: report('suspended', { reviewOn: '2026-12-05T01:00:00.000Z' }),
    last: { reasonCode: 'needs-budget' },
    now
  })
  expect(words).toEqual({ sentence: '一时办不了：要先落实经费。', line: '12月5日再拿出来办。' })
})

test('a merged report tells how the other one stands', () => {
  const master = { reportId: 'm', number: '2611-0400', state: 'handling' }
  expect(standingWords({ report: report('merged', { master }), now }).line).toBe('那一件的编号是 2611-0400，现在：正在办。')
})

test('the answer after sending gives the number and the time', () => {
  const sent = outcomeWords({ kind: 'sent', report: { number: '2611-0421', dueAt: '2026-11-21T07:00:00.000Z' } }, now)
  expect(sent.title).toBe('已收到，编号 2611-0421')
  expect(sent.lines[0]).toBe('社区会在今天 15:00 前回复你。')
})

test('without network the answer says that nothing has to be done', () => {
  const { title, lines } = outcomeWords({ kind: 'underway', standing: 'queued', entry: {} }, now)
  expect(title).toBe('已存好，待发送')
  expect(lines[0]).toContain('同创开着就会发出')
})

test('one too many says when it goes by itself', () => {
  const entry = { notBefore: '2026-11-21T04:08:00.000Z' }
  expect(outcomeWords({ kind: 'underway', standing: 'crowded', entry }, now).lines[0]).toContain('今天 12:08 以后再发')
})
