import { faultsOfDraft, faultsOfFacts } from '#server/quizzes/bank/question-draft-rules'
import { normaliseFillIn, type QuestionFileRow, type QuestionFileType } from '#server/quizzes/bank/question-file-rules'
import { toneFaults, toneFaultsOf } from '#server/quizzes/bank/tone-rules'

/** What the bank must know of a fact. */
export type FactOfBank = { factId: string; scope: string }

/** `questionId` is absent where the bank as a whole is at fault. */
export type BankFault = { questionId?: string; reason: string }

const sizes = { active: 400, activeAnchors: 40 } as const
/** 99 % quantile of χ² with three degrees of freedom: a bank whose keys are placed by chance exceeds it once in a hundred. */
const POSITION_CHI_SQUARE_MAX = 11.34
const TRUE_SHARE_BAND = [0.4, 0.6] as const
const allTypes: QuestionFileType[] = ['single', 'multiple', 'true-false', 'order', 'bins', 'fill']

type Check = readonly [isBroken: boolean, reason: string]
const reasonsOf = (checks: readonly Check[]) => checks.flatMap(([isBroken, reason]) => (isBroken ? [reason] : []))
const isOutside = (count: number, [low, high]: readonly [number, number]) => count < low || count > high

/** A reader of the file must not be able to guess: the phone is sent the options shuffled in any case. */
const isOrderGivenAway = (question: QuestionFileRow) =>
  question.type === 'order' && question.key.order.join() === question.options.map(option => option.optionId).join()

/** Faults of all questions whose `valueOf` is the same as an earlier question's. */
function repeatFaults(questions: readonly QuestionFileRow[], valueOf: (question: QuestionFileRow) => string, reason: string): BankFault[] {
  const seen = new Map<string, string>()
  return questions.flatMap(question => {
    const earlier = seen.get(valueOf(question))
    seen.set(valueOf(question), earlier ?? question.questionId)
    return earlier === undefined ? [] : [{ questionId: question.questionId, reason: `${reason} ${earlier}` }]
  })
}

/** Whether the place, the length or the tone of the right option gives it away over the whole bank. */
function biasFaults(questions: readonly QuestionFileRow[]): string[] {
  const keys = questions.flatMap(question => {
    if (question.type !== 'single' || question.options.length !== 4) return []
    return [question.options.findIndex(option => option.optionId === question.key.optionIds[0])]
  })
  const expected = keys.length / 4
  const counts = [0, 1, 2, 3].map(position => keys.filter(key => key === position).length)
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  const judged = questions.filter(question => question.type === 'true-false')
  const trueShare = judged.filter(question => question.key.optionIds[0] === question.options[0]?.optionId).length / judged.length
  return [
    ...reasonsOf([
      [chiSquare > POSITION_CHI_SQUARE_MAX, `the keys of single questions stand unevenly: ${counts.join(', ')}`],
      [isOutside(trueShare, TRUE_SHARE_BAND), `the share of true statements is ${trueShare.toFixed(2)}`]
    ]),
    ...toneFaults(questions)
  ]
}

function bankFaults(questions: readonly QuestionFileRow[], facts: readonly FactOfBank[]): string[] {
  const active = questions.filter(question => question.state === 'active')
  const anchors = active.filter(question => question.pool === 'anchor')
  const used = new Set(questions.flatMap(question => question.factIds))
  const unused = facts.filter(fact => fact.scope === '国家' && !used.has(fact.factId))
  const missing = allTypes.filter(type => !active.some(question => question.type === type))
  return [
    ...reasonsOf([
      [active.length < sizes.active, `has ${active.length} active questions`],
      [anchors.length < sizes.activeAnchors, `has ${anchors.length} active anchor items`],
      [missing.length > 0, `has no active question of type ${missing.join(', ')}`],
      [unused.length > 0, `asks nothing about the national facts ${unused.map(fact => fact.factId).join(', ')}`]
    ]),
    ...biasFaults(active)
  ]
}

/**
 * What is wrong with the bank the product ships: the form of each question, then questions that repeat each other, then the bank
 * as a whole (how many, of what type, whether position, length or tone give the key away). Empty when it may be loaded.
 */
export function checkBank(questions: readonly QuestionFileRow[], facts: readonly FactOfBank[]): BankFault[] {
  const scopes = new Map(facts.map(fact => [fact.factId, fact.scope]))
  const ofEach = questions.flatMap(question =>
    [
      ...faultsOfDraft(question),
      ...faultsOfFacts(question, scopes),
      ...(isOrderGivenAway(question) ? ['order-given-away'] : []),
      ...(question.state === 'retired' ? [] : toneFaultsOf(question))
    ].map(reason => ({ questionId: question.questionId, reason }))
  )
  return [
    ...ofEach,
    ...repeatFaults(questions, question => question.questionId, 'has the id of'),
    ...repeatFaults(questions, question => normaliseFillIn(question.stem), 'has the stem of'),
    ...bankFaults(questions, facts).map(reason => ({ reason }))
  ]
}
