import { reportMoves } from '#contract/report-moves'
import { reasonCodes } from '#contract/report-reasons'
import { reportStates } from '#contract/report-states'
import { plainReasonWords } from '#app/words/report-reasons'
import { timelineWords } from '#app/words/report-timeline'

const unknown = timelineWords({ from: 'closed', to: 'filed', role: 'clock' }, 'reporter').title

test.each(reportMoves.flatMap(move => move.by.map(role => ({ from: move.from, to: move.to, role }))))(
  '$from → $to by $role is told in plain words to reporter and follower',
  entry => {
    for (const viewer of ['reporter', 'follower'] as const) {
      const { title } = timelineWords(entry, viewer)
      expect(title).not.toBe(unknown)
      expect(title).not.toMatch(/[a-z_]/i)
      expect(title.length).toBeLessThanOrEqual(24)
    }
  }
)

test('a reporter reads 你, a follower reads of the neighbour who reported', () => {
  const sent = { from: null, to: 'submitted', role: 'reporter' } as const
  expect(timelineWords(sent, 'reporter').title).toBe('你提交了上报')
  expect(timelineWords(sent, 'follower').title).toBe('上报的邻居提交了上报')
  expect(timelineWords({ from: 'closed', to: 'objection', role: 'follower' }, 'reporter').title).toBe('一位关注的邻居说没解决')
})

test('the clock is told apart from a person', () => {
  const byClock = timelineWords({ from: 'need_info', to: 'submitted', role: 'clock' }, 'reporter').title
  expect(byClock).not.toBe(timelineWords({ from: 'need_info', to: 'submitted', role: 'reporter' }, 'reporter').title)
})

test('the unit and the office are named where the line knows them', () => {
  expect(timelineWords({ from: 'filed', to: 'dispatched', role: 'rule', unitName: '环境卫生管理所' }, 'reporter').title).toBe(
    '交给了环境卫生管理所'
  )
  const referred = { from: 'filed', to: 'referred', role: 'dispatcher', referredTo: '县供电公司', referenceNumber: 'GD-77' } as const
  expect(timelineWords(referred, 'reporter')).toEqual({ title: '转给了县供电公司', lines: ['对方的编号 GD-77'] })
})

test('reasons come in words and notes as they were written; a slug of the city itself is left out', () => {
  const lines = (reasonCode: string, note?: string) =>
    timelineWords({ from: 'submitted', to: 'rejected', role: 'reviewer', reasonCode, ...(note && { note }) }, 'reporter').lines
  expect(lines('nothing-there', '去看过两次')).toEqual(['到现场没有看到这个问题', '去看过两次'])
  expect(lines('city-own-slug')).toEqual([])
})

test('every reason the product knows has words for residents', () => {
  for (const code of Object.values(reasonCodes).flat()) expect(plainReasonWords(code)).toMatch(/^[^a-z]+$/)
})

test('a remark that moves nothing shows no code either', () => {
  for (const state of reportStates)
    expect(timelineWords({ from: state, to: state, role: 'handler' }, 'reporter').title).not.toMatch(/[a-z_]/i)
})
