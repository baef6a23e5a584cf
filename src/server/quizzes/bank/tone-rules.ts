import type { QuestionFileRow } from '#server/quizzes/bank/question-file-rules'

/** Words by which a reader who knows nothing tells options apart: they narrow, force, or let everything pass. */
const TELLING_WORDS = /只|必须|一律|就行|就可以|才能|不用|不管|都行|就够|随便|没关系/
/** How far apart, in shares of all options, telling words may stand between right and wrong ones. */
const TELLING_GAP_MAX = 0.03
/** Words of judgement in the order a reader minds them: a statement counts for the first it holds. */
const JUDGING_WORDS = ['必须', '一律', '不得', '禁止', '不能', '应当', '只', '可以', '也', '都', '可能', '所以', '不用', '有权']
/** Fewer statements with a word teach a reader nothing about it. */
const JUDGING_WORD_MIN = 5
const JUDGED_BY_TONE_MAX = 0.6
/** The share of right ones among options that are longer than all others of their question; by chance a quarter. */
const LONGEST_IS_RIGHT_BAND = [0.15, 0.35] as const
/** A right option may share one more pair of characters with its stem than the nearest wrong one. */
const ECHO_MAX = 1
/** Where a stem asks for what is forbidden, the word stands in “”, or a hasty reader chooses what is allowed. */
const asksForbidden =
  /(?<!“)(违反|不得|禁止|不允许|不可以|违法|损害|损坏|侵害|干涉)[^”。]*(哪一|哪几|哪种|哪项)|(哪一|哪几|哪种|哪项|哪些)[^”“。]*(违反|禁止|不允许|违法)/

type ChosenRow = Extract<QuestionFileRow, { type: 'single' | 'multiple' }>
type SingleRow = Extract<QuestionFileRow, { type: 'single' }>
const isSingle = (row: QuestionFileRow): row is SingleRow => row.type === 'single'
const isChosen = (row: QuestionFileRow): row is ChosenRow => row.type === 'single' || row.type === 'multiple'
const shareOf = <T>(values: readonly T[], holds: (value: T) => boolean) => values.filter(holds).length / Math.max(1, values.length)
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** The texts of right and of wrong options of all questions of one type. */
function textsOf(rows: readonly ChosenRow[]): { right: string[]; wrong: string[] } {
  const options = rows.flatMap(row => row.options.map(({ optionId, text }) => ({ text, isRight: row.key.optionIds.includes(optionId) })))
  const texts = (right: boolean) => options.filter(option => option.isRight === right).map(option => option.text)
  return { right: texts(true), wrong: texts(false) }
}

function tellingFaults(rows: readonly QuestionFileRow[]): string[] {
  return (['single', 'multiple'] as const).flatMap(type => {
    const { right, wrong } = textsOf(rows.filter(isChosen).filter(row => row.type === type))
    const [inRight, inWrong] = [right, wrong].map(texts => shareOf(texts, text => TELLING_WORDS.test(text))) as [number, number]
    const isFar = Math.abs(inRight - inWrong) > TELLING_GAP_MAX
    return isFar ? [`telling words stand in ${percent(inRight)} of the right and ${percent(inWrong)} of the wrong options (${type})`] : []
  })
}

/** How often somebody is right who knows of each word of judgement only which verdict it mostly goes with. */
export function judgedByTone(rows: readonly QuestionFileRow[]): number {
  const verdicts = new Map<string, boolean[]>()
  for (const row of rows) {
    if (row.type !== 'true-false') continue
    const word = JUDGING_WORDS.find(judging => row.stem.includes(judging)) ?? ''
    verdicts.set(word, [...(verdicts.get(word) ?? []), row.key.optionIds[0] === row.options[0]?.optionId])
  }
  const all = [...verdicts.values()]
  const guessedRight = all.map(group => {
    const trueCount = group.filter(Boolean).length
    return group.length < JUDGING_WORD_MIN ? group.length / 2 : Math.max(trueCount, group.length - trueCount)
  })
  return guessedRight.reduce((sum, count) => sum + count, 0) / Math.max(1, all.flat().length)
}

function lengthFaults(rows: readonly QuestionFileRow[]): string[] {
  const longest = rows.filter(isSingle).flatMap(({ options, key }) => {
    const most = Math.max(...options.map(option => option.text.length))
    const [first, ...others] = options.filter(option => option.text.length === most)
    return first && others.length === 0 ? [key.optionIds.includes(first.optionId)] : []
  })
  const right = longest.filter(Boolean).length
  const [low, high] = LONGEST_IS_RIGHT_BAND
  const isTold = right < low * longest.length || right > high * longest.length
  return isTold ? [`the key is the longest option in ${right} of ${longest.length}`] : []
}

const pairsOf = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)))

/** What gives a question away by itself: a right option that repeats its stem, an answer that stands in it, a forbidden thing asked in passing. */
export function toneFaultsOf(row: QuestionFileRow): string[] {
  const faults: string[] = []
  if (isSingle(row)) {
    const stem = pairsOf(row.stem)
    const shared = ({ text }: { text: string }) =>
      [...pairsOf(text)].filter(pair => stem.has(pair) && /^\p{Script=Han}+$/u.test(pair)).length
    const isKey = ({ optionId }: { optionId: string }) => row.key.optionIds.includes(optionId)
    const [key = 0] = row.options.filter(isKey).map(shared)
    const nearest = Math.max(...row.options.filter(option => !isKey(option)).map(shared))
    if (key > nearest + ECHO_MAX) faults.push('key-echoes-stem')
  }
  const answers = row.type === 'fill' ? row.key.texts : isSingle(row) ? textsOf([row]).right : []
  if (answers.some(answer => answer.length > 1 && row.stem.includes(answer))) faults.push('answer-in-stem')
  if (isChosen(row) && asksForbidden.test(row.stem)) faults.push('forbidden-not-set-off')
  return faults
}

/** What gives the answers of a bank away to somebody who knows nothing of the matter, over all its questions. */
export function toneFaults(rows: readonly QuestionFileRow[]): string[] {
  const byTone = judgedByTone(rows)
  return [
    ...tellingFaults(rows),
    ...lengthFaults(rows),
    ...(byTone > JUDGED_BY_TONE_MAX ? [`tone alone judges ${percent(byTone)} of the statements`] : [])
  ]
}
