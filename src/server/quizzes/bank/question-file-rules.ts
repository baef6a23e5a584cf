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
  /** A draft waits until the city has confirmed the wording of its facts; what is retired is withdrawn where it was shipped before. */
  state: v.picklist(['draft', 'active', 'retired'])
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
 * What a written answer is compared by: width, case, spaces and punctuation make no difference. What is part of a number stays: a
 * decimal point, the colon of a time, the sign of a share, a minus in front.
 */
export function normaliseFillIn(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/(?<=\d)\s+(?=[%‰])/g, '')
    .replace(/(?!(?<=\d)[.:](?=\d)|(?<=\d)[%‰]|(?<=^)[-−](?=\d)|℃)[\p{P}\p{S}\s]/gu, '')
}
