import * as v from 'valibot'

const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,40}$/))
const shared = {
  questionId: Id,
  /** The first is what the question is about: its topic, law and article are the question's; the others are used besides. */
  factIds: v.pipe(v.array(v.string()), v.minLength(1)),
  stem: v.string(),
  explanation: v.string(),
  /** 1 everyone should know … 3 needs thought. */
  difficulty: v.picklist([1, 2, 3]),
  pool: v.picklist(['practice', 'anchor']),
  /** A draft waits until the city has confirmed the wording of its facts. */
  state: v.picklist(['draft', 'active'])
}
const options = v.array(v.strictObject({ optionId: Id, text: v.string() }))
const bins = v.array(v.strictObject({ binId: Id, text: v.string() }))
const ids = v.array(Id)

const QuestionFileRow = v.variant('type', [
  v.strictObject({ ...shared, type: v.literal('single'), options, key: v.strictObject({ optionIds: ids }) }),
  v.strictObject({ ...shared, type: v.literal('multiple'), options, key: v.strictObject({ optionIds: ids }) }),
  v.strictObject({ ...shared, type: v.literal('true-false'), options, key: v.strictObject({ optionIds: ids }) }),
  v.strictObject({ ...shared, type: v.literal('order'), options, key: v.strictObject({ order: ids }) }),
  /** The key of `bins` says for each option the bin it belongs to. */
  v.strictObject({ ...shared, type: v.literal('bins'), options, bins, key: v.strictObject({ bins: v.record(Id, Id) }) }),
  v.strictObject({ ...shared, type: v.literal('fill'), key: v.strictObject({ texts: v.array(v.string()) }) })
])
const Line = v.pipe(v.string(), v.parseJson(), QuestionFileRow)

/** A question as a line of `content/questions/*.jsonl` holds it. */
export type QuestionFileRow = v.InferOutput<typeof QuestionFileRow>
export type QuestionFileType = QuestionFileRow['type']

/** What the bank must know of a fact. */
export type FactOfBank = { factId: string; scope: string }

/** `questionId` is absent where the bank as a whole is at fault. */
export type BankFault = { questionId?: string; reason: string }

/** Reads a file of questions, one a line. @throws naming the file and the line that is not as it should be. */
export function parseQuestionFile(text: string, fileName: string): QuestionFileRow[] {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line, index) => {
      const parsed = v.safeParse(Line, line)
      if (parsed.success) return parsed.output
      const reasons = parsed.issues.map(issue => `${v.getDotPath(issue) ?? 'line'}: ${issue.message}`)
      throw new Error(`${fileName}, line ${index + 1}: ${reasons.join('; ')}`)
    })
}

/**
 * Lengths in characters. A stem of 80 is four lines of large type on a small phone, an option of 40 two lines; an explanation
 * under 20, or with less than 12 beyond its stem, teaches nothing and one over 200 is not read.
 */
const lengths = { stem: [6, 80], option: [1, 40], explanation: [20, 200], fillAnswer: [1, 12], beyondStem: 12 } as const
/** Fewest and most options of a type. */
const optionCounts: Record<Exclude<QuestionFileType, 'fill'>, readonly [number, number]> = {
  ...{ single: [3, 4], multiple: [3, 5], 'true-false': [2, 2], order: [3, 5], bins: [4, 9] }
}
const sizes = { active: 400, activeAnchors: 40 } as const
/** Options that are about the other options test reading, not knowing, and lose their sense when the options are shuffled. */
const forbidden =
  /以上[都皆均全]|以下[都皆均]|[都皆均]正确|[都皆均]不正确|[都皆均]不对|全部正确|以上(答案|选项|说法)|(下列|以下)说法正确的是/
/** A resident must be able to look it up: a title in 《》 and where in it. */
const source = /《[^》]+》.*第[一二三四五六七八九十百千零]+(条|部分)/
const BLANK = '____'
/** 99 % quantile of χ² with three degrees of freedom: a bank whose keys are placed by chance exceeds it once in a hundred. */
const POSITION_CHI_SQUARE_MAX = 11.34
/** By chance a key is the longest of four in a quarter; writers who explain within the right option go far beyond. */
const LONGEST_KEY_SHARE_MAX = 0.4
const TRUE_SHARE_BAND = [0.4, 0.6] as const
const allTypes: QuestionFileType[] = ['single', 'multiple', 'true-false', 'order', 'bins', 'fill']

/** What a written answer is compared by: width, case, spaces and punctuation make no difference, but a decimal point does. */
export function normaliseFillIn(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?!(?<=\d)\.(?=\d))[\p{P}\p{S}\s]/gu, '')
}

type Check = readonly [isBroken: boolean, reason: string]
const reasonsOf = (checks: readonly Check[]) => checks.flatMap(([isBroken, reason]) => (isBroken ? [reason] : []))
const isOutside = (count: number, [low, high]: readonly [number, number]) => count < low || count > high
const hasTwins = (values: readonly string[]) => new Set(values).size < values.length
const isSameSet = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && !hasTwins(left) && left.every(value => right.includes(value))
const optionsOf = (question: QuestionFileRow) => (question.type === 'fill' ? [] : question.options)

function optionFaults(question: QuestionFileRow): string[] {
  if (question.type === 'fill') return []
  const texts = question.options.map(option => option.text)
  return reasonsOf([
    [isOutside(texts.length, optionCounts[question.type]), `has ${texts.length} options`],
    [hasTwins(question.options.map(option => option.optionId)), 'two options have the same id'],
    [hasTwins(texts.map(normaliseFillIn)), 'two options say the same'],
    [texts.some(text => isOutside(text.length, lengths.option)), 'an option is too short or too long'],
    [question.pool === 'anchor' && question.type !== 'single', 'an anchor item must be single: it is also asked by telephone']
  ])
}

function chosenFaults(type: QuestionFileType, optionIds: readonly string[], known: readonly string[]): string[] {
  const isMultiple = type === 'multiple'
  return reasonsOf([
    [optionIds.length === 0, 'the key names no option'],
    [hasTwins(optionIds), 'the key names an option twice'],
    [optionIds.some(id => !known.includes(id)), 'the key names an option that is not there'],
    [!isMultiple && optionIds.length > 1, 'the key names more than one option'],
    [isMultiple && optionIds.length < 2, 'a multiple question has fewer than two right options'],
    [isMultiple && optionIds.length >= known.length, 'a multiple question has no wrong option']
  ])
}

function fillFaults(stem: string, texts: readonly string[]): string[] {
  return reasonsOf([
    [stem.split(BLANK).length !== 2 || stem.includes(`${BLANK}_`), 'the stem must have one blank of four underscores'],
    [texts.length === 0, 'the key names no answer'],
    [texts.some(text => isOutside(text.length, lengths.fillAnswer)), 'an answer is too short or too long'],
    [texts.some(text => normaliseFillIn(text) !== text), 'an answer is not in its normal form'],
    [hasTwins(texts), 'the key names an answer twice']
  ])
}

function keyFaults(question: QuestionFileRow): string[] {
  const known = optionsOf(question).map(option => option.optionId)
  if (question.type === 'fill') return fillFaults(question.stem, question.key.texts)
  if (question.type === 'order') {
    return reasonsOf([
      [!isSameSet(question.key.order, known), 'the order is not one of its options'],
      [question.key.order.join() === known.join(), 'the options stand in the right order already']
    ])
  }
  if (question.type === 'bins') {
    const binIds = question.bins.map(bin => bin.binId)
    const used = new Set(Object.values(question.key.bins))
    return reasonsOf([
      [
        isOutside(binIds.length, [2, 4]) || hasTwins(binIds) || hasTwins(question.bins.map(bin => bin.text)),
        'needs two to four different bins'
      ],
      [!isSameSet(Object.keys(question.key.bins), known), 'the key must place every option and no other'],
      [!isSameSet([...used], binIds), 'every bin must be used and no other']
    ])
  }
  return chosenFaults(question.type, question.key.optionIds, known)
}

function wordFaults(question: QuestionFileRow): string[] {
  const { stem, explanation } = question
  const beyondStem = normaliseFillIn(explanation).replace(normaliseFillIn(stem), '')
  const shown = [stem, ...optionsOf(question).map(option => option.text)]
  return reasonsOf([
    [isOutside(stem.length, lengths.stem), `the stem has ${stem.length} characters`],
    [isOutside(explanation.length, lengths.explanation), `the explanation has ${explanation.length} characters`],
    [beyondStem.length < lengths.beyondStem, 'the explanation only repeats the stem'],
    [!source.test(explanation), 'the explanation names no law and article'],
    [shown.some(text => forbidden.test(text)), 'speaks about its own options (以上都对 and the like)']
  ])
}

function factFaults(question: QuestionFileRow, scopes: ReadonlyMap<string, string>): string[] {
  const place = /^地方:(.+)$/.exec(scopes.get(question.factIds[0] ?? '') ?? '')?.[1] ?? ''
  return reasonsOf([
    [question.factIds.some(factId => !scopes.has(factId)), 'uses a fact that is not there'],
    [!question.stem.includes(place), `asks about a rule of ${place} without naming the place`],
    [hasTwins(question.factIds), 'names a fact twice']
  ])
}

/** Faults of all questions whose `valueOf` is the same as an earlier question's. */
function repeatFaults(questions: readonly QuestionFileRow[], valueOf: (question: QuestionFileRow) => string, reason: string): BankFault[] {
  const seen = new Map<string, string>()
  return questions.flatMap(question => {
    const earlier = seen.get(valueOf(question))
    seen.set(valueOf(question), earlier ?? question.questionId)
    return earlier === undefined ? [] : [{ questionId: question.questionId, reason: `${reason} ${earlier}` }]
  })
}

/** Whether the place or the length of the right option gives it away over the whole bank. */
function biasFaults(questions: readonly QuestionFileRow[]): string[] {
  const keyed = questions.flatMap(question => {
    if (question.type !== 'single' || question.options.length !== 4) return []
    return [
      {
        key: question.options.findIndex(option => option.optionId === question.key.optionIds[0]),
        lengths: question.options.map(option => option.text.length)
      }
    ]
  })
  const expected = keyed.length / 4
  const counts = [0, 1, 2, 3].map(position => keyed.filter(({ key }) => key === position).length)
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  const longest = keyed.filter(({ key, lengths }) => lengths.every((length, position) => position === key || length < (lengths[key] ?? 0)))
  const judged = questions.filter(question => question.type === 'true-false')
  const trueShare = judged.filter(question => question.key.optionIds[0] === question.options[0]?.optionId).length / judged.length
  return reasonsOf([
    [chiSquare > POSITION_CHI_SQUARE_MAX, `the keys of single questions stand unevenly: ${counts.join(', ')}`],
    [longest.length > LONGEST_KEY_SHARE_MAX * keyed.length, `the key is the longest option in ${longest.length} of ${keyed.length}`],
    [isOutside(trueShare, TRUE_SHARE_BAND), `the share of true statements is ${trueShare.toFixed(2)}`]
  ])
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
 * as a whole (how many, of what type, whether position or length give the key away). Empty when it may be loaded.
 */
export function checkBank(questions: readonly QuestionFileRow[], facts: readonly FactOfBank[]): BankFault[] {
  const scopes = new Map(facts.map(fact => [fact.factId, fact.scope]))
  const ofEach = questions.flatMap(question =>
    [...optionFaults(question), ...keyFaults(question), ...wordFaults(question), ...factFaults(question, scopes)].map(reason => ({
      questionId: question.questionId,
      reason
    }))
  )
  return [
    ...ofEach,
    ...repeatFaults(questions, question => question.questionId, 'has the id of'),
    ...repeatFaults(questions, question => normaliseFillIn(question.stem), 'has the stem of'),
    ...bankFaults(questions, facts).map(reason => ({ reason }))
  ]
}
