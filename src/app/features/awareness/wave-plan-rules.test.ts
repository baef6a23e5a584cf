import { faultsOf, planOf, sizeQuestion, startForm, type WaveForm } from '#app/features/awareness/wave-plan-rules'

const whole: WaveForm = {
  ...startForm,
  ...{ title: ' 四季度调查 ', target: '90', margin: '2.9', opensOn: '2026-11-23', closesOn: '2026-12-06' },
  questionIds: ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'],
  frame: { c1: { '30-44 female': '500' } }
}

test('a whole plan has no fault and goes out in shares', () => {
  expect(faultsOf(whole)).toEqual({})
  expect(planOf(whole)).toEqual({
    ...{ title: '四季度调查', target: 0.9, margin: 0.029, channel: 'household', expectedDesignEffect: 1.5, expectedResponse: 0.7 },
    ...{ opensOn: '2026-11-23', closesOn: '2026-12-06', questionIds: whole.questionIds },
    strata: [{ communityId: 'c1', ageBand: '30-44', sex: 'female', population: 500 }]
  })
  expect(planOf({ ...whole, previousWaveId: 'w' }).previousWaveId).toBe('w')
})

test('every field that is not right says how to put it right', () => {
  expect(Object.keys(faultsOf(startForm)).sort()).toEqual(['closesOn', 'frame', 'opensOn', 'questions', 'title'])
  const fieldsOf = (more: Partial<WaveForm>) => Object.keys(faultsOf({ ...whole, ...more }))
  expect(fieldsOf({ target: '100' })).toEqual(['target'])
  expect(fieldsOf({ target: '九十' })).toEqual(['target'])
  expect(fieldsOf({ margin: '0.4' })).toEqual(['margin'])
  expect(fieldsOf({ response: '4' })).toEqual(['response'])
  expect(fieldsOf({ effect: '0.9' })).toEqual(['effect'])
  expect(fieldsOf({ closesOn: '2026-11-22' })).toEqual(['closesOn'])
  expect(fieldsOf({ questionIds: ['q1'] })).toEqual(['questions'])
  expect(fieldsOf({ frame: { c1: { '30-44 female': '五百' } } })).toEqual(['frame'])
})

test('the helper is asked only what can be read', () => {
  expect(sizeQuestion(whole)).toEqual({ target: 0.9, margin: 0.029, response: 0.7, designEffect: 1.5 })
  expect(sizeQuestion({ ...whole, margin: '' })).toBeUndefined()
})
