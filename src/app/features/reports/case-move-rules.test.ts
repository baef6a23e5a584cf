import { reportMoves, type MoveNeed, type ReportActor } from '#contract/report-moves'
import type { AllowedMove } from '#contract/report-shapes'
import { handlingModes, reportStates, type ReportState } from '#contract/report-states'
import { reasonCodes } from '#contract/report-reasons'
import { stepsOf, workKeys } from '#app/features/reports/case-key-rules'
import {
  asksForFreshPhoto,
  broughtBy,
  cityDate,
  draftFor,
  emptyDraft,
  fieldsFor,
  missingIn,
  reviewDates
} from '#app/features/reports/case-move-rules'
import { caseActionWords, moveWords } from '#app/words/staff-moves'
import { missingWords, wordsForReason } from '#app/words/staff-reasons'

const drawn = reportMoves.filter(({ by }) => by.some((actor: ReportActor) => actor !== 'clock' && actor !== 'rule'))
const allowed = (from: ReportState): AllowedMove[] =>
  [...new Map(reportMoves.filter(move => move.from === from).map(move => [move.to, move])).values()].map(({ to, needs }) => ({
    to,
    needs: [...(needs ?? [])]
  }))

test.each(drawn.map(move => [move.from, move.to] as const))('the move from %s to %s has its own words and a letter', (from, to) => {
  const words = moveWords(from, to)
  expect(words.word).not.toBe('改变状态')
  expect(words.key).toMatch(/^[a-z]$/)
  expect(words.question).not.toBe('')
  expect(words.done).not.toBe('')
})

test.each(reportStates)('in %s no two buttons share a letter, nor take one the workbench uses', state => {
  const possible = [
    {},
    { suspensionRequest: { reasonCode: 'weather', reviewOn: '', askedAt: '' } },
    { publishedAt: '2026-11-21T08:00:00Z' }
  ]
  for (const more of possible) {
    const steps = stepsOf({ state, moves: allowed(state), viewer: 'staff', mayCorrect: false, ...more }, { isPublisher: true })
    const keys = [...steps.map(step => step.key), ...Object.keys(workKeys)]
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test('a case draws exactly the moves the server allows, in their order', () => {
  const moves: AllowedMove[] = [
    { to: 'closed', needs: [] },
    { to: 'handling', needs: ['reason'] }
  ]
  const steps = stepsOf({ state: 'handled', moves, viewer: 'staff', mayCorrect: false }, { isPublisher: true })
  expect(steps.map(step => step.word)).toEqual(['核查通过', '返工'])
  expect(stepsOf({ state: 'handled', moves: [], viewer: 'staff', mayCorrect: false }, { isPublisher: true })).toEqual([])
})

test('only who may finish may ask to suspend, and only who may suspend may say no', () => {
  const asked = { suspensionRequest: { reasonCode: 'weather', reviewOn: '2026-12-01T00:00:00Z', askedAt: '2026-11-21T00:00:00Z' } }
  const handler = [{ to: 'handled' as const, needs: ['result' as const] }]
  const supervisor = [{ to: 'suspended' as const, needs: ['reason' as const] }]
  const words = (moves: AllowedMove[], more = {}) =>
    stepsOf({ state: 'handling', moves, viewer: 'staff', mayCorrect: false, ...more }, { isPublisher: false }).map(step => step.word)
  expect(words(handler)).toEqual(['处置完成', '申请挂账'])
  expect(words(handler, asked)).toEqual(['处置完成'])
  expect(words(supervisor)).toEqual(['挂账'])
  expect(words(supervisor, asked)).toEqual(['同意挂账', '不同意挂账'])
})

test('who may put category and place right is offered it, with a letter of its own', () => {
  for (const state of ['submitted', 'filed'] as const) {
    const steps = stepsOf({ state, moves: allowed(state), viewer: 'staff', mayCorrect: true }, { isPublisher: true })
    expect(steps.map(({ word }) => word)).toContain('改类别、位置')
    const keys = [...steps.map(step => step.key), ...Object.keys(workKeys)]
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test('publishing is offered on closed cases to those who decide it', () => {
  const closed = { state: 'closed' as const, moves: [], viewer: 'staff' as const, mayCorrect: false }
  expect(stepsOf(closed, { isPublisher: true }).map(step => step.word)).toEqual([caseActionWords.publish.word])
  expect(stepsOf(closed, { isPublisher: false })).toEqual([])
  expect(stepsOf({ ...closed, publishedAt: '2026-11-21T08:00:00Z' }, { isPublisher: true })).toHaveLength(2)
})

test('a reason is asked for from the list that belongs to the move', () => {
  const codes = (from: ReportState, to: ReportState) => fieldsFor(from, { to, needs: ['reason'] }).reasonCodes
  expect(codes('submitted', 'rejected')).toBe(reasonCodes.rejected)
  expect(codes('objection', 'rejected')).toBe(reasonCodes.rejected_for_good)
  expect(codes('dispatched', 'filed')).toBe(reasonCodes.returned)
  expect(codes('handled', 'handling')).toBe(reasonCodes.rework)
  expect(codes('objection', 'closed')).toBe(reasonCodes.objection_refused)
  expect(codes('submitted', 'filed')).toEqual([])
})

test('every reason the product knows has words, and a city’s own is shown as it stands', () => {
  for (const code of Object.values(reasonCodes).flat()) expect(wordsForReason(code)).not.toBe(code)
  expect(wordsForReason('own-reason')).toBe('own-reason')
})

test.each(drawn.flatMap(({ from, to, needs }) => (needs ?? []).map(need => [from, to, need] as const)))(
  'from %s to %s an empty sheet says what %s asks for, and has a place for it',
  (from, to, need) => {
    const move: AllowedMove = { to, needs: [need] }
    const fields = fieldsFor(from, move)
    expect(missingIn(emptyDraft, move, 'ACT')).toBe(missingWords[need])
    const places: Record<MoveNeed, boolean> = {
      'reason-code': fields.reasonCodes.length > 0,
      reason: true,
      unit: fields.hasUnit,
      result: fields.hasPhotos,
      master: fields.hasMaster,
      statement: true
    }
    expect(places[need]).toBe(true)
  }
)

test('what must be restored is finished with a photo; elsewhere a sentence is enough', () => {
  const finish: AllowedMove = { to: 'handled', needs: ['result'] }
  const told = { ...emptyDraft, note: '已劝离' }
  expect(missingIn(told, finish, 'FIX')).toBe(missingWords['after-photo'])
  for (const mode of handlingModes.filter(one => one !== 'FIX')) expect(missingIn(told, finish, mode)).toBeUndefined()
  expect(missingIn({ ...emptyDraft, photoPaths: ['a'] }, finish, 'FIX')).toBeUndefined()
})

test('a result shown with a picture from the album asks for one taken on the spot; a statement does not', () => {
  const finish: AllowedMove = { to: 'handled', needs: ['result'] }
  const old = { ...emptyDraft, photoPaths: ['a', 'b'], albumPaths: ['b'] }
  expect(asksForFreshPhoto(old, finish)).toBe(true)
  expect(asksForFreshPhoto({ ...old, photoPaths: ['a'] }, finish)).toBe(false)
  expect(asksForFreshPhoto(old, { to: 'objection', needs: ['statement'] })).toBe(false)
})

test('a referral names to whom', () => {
  const refer: AllowedMove = { to: 'referred', needs: [] }
  expect(missingIn(emptyDraft, refer, 'FIX')).toBe(missingWords['referred-to'])
  expect(missingIn({ ...emptyDraft, referredTo: '供电公司' }, refer, 'FIX')).toBeUndefined()
})

test('only what the sheet shows travels', () => {
  const draft = { ...emptyDraft, note: ' 好了 ', unitId: 'u', masterId: 'm', reasonCode: 'weather', referredTo: '供电公司' }
  expect(broughtBy(draft, fieldsFor('handling', { to: 'handled', needs: ['result'] }), ['f'])).toEqual({ note: '好了', photoIds: ['f'] })
})

test('a supervisor starts from what the unit asked for', () => {
  const suspensionRequest = { reasonCode: 'weather', reviewOn: '2026-11-30T16:00:00Z', askedAt: '2026-11-21T00:00:00Z' }
  expect(draftFor({ suspensionRequest }, 'suspended')).toMatchObject({ reasonCode: 'weather', reviewOn: '2026-12-01' })
  expect(draftFor({ suspensionRequest }, 'handled')).toEqual(emptyDraft)
})

test('dates are those of the city, whatever the phone is set to', () => {
  expect(cityDate(new Date('2026-11-21T17:00:00Z'))).toBe('2026-11-22')
  expect(reviewDates(new Date('2026-11-21T08:00:00Z'), [1, 30]).map(({ date }) => date)).toEqual(['2026-11-22', '2026-12-21'])
})
