import type { ImportFault } from '#contract/quizzes-exchange'
import { factIdsOf, faultAt, optionIds, type Place, type ReadFile, type ReadQuestion } from '#server/quizzes/exchange/read-question-rules'

const OPTION = /^\s*([A-Za-zＡ-Ｚａ-ｚ])[.)．、）]/
const ANSWER = /^\s*(?:ANSWER|ＡＮＳＷＥＲ|答案)\s*[:：]/i
const NOTE = /^\s*(FACT|EXPLANATION)\s*[:：]/i

/** Whether a line says which answer is right. */
export const isAnswerLine = (text: string): boolean => ANSWER.test(text)

/** A question while its lines come in. */
interface Block {
  stem: string[]
  stemAt?: Place
  options: { letter: string; text: string; place: Place }[]
  answer?: { text: string; place: Place }
  fact?: { text: string; place: Place }
  explanation?: { text: string; place: Place }
}

const newBlock = (): Block => ({ stem: [], options: [] })
const isEmpty = (block: Block) => block.stem.length === 0 && block.options.length === 0 && !block.answer

/** What a line says after what introduces it, and where that begins. */
function saidAfter(text: string, head: string, line: number): { text: string; place: Place } {
  const rest = text.slice(head.length).trimStart()
  return { text: rest.trimEnd(), place: { line, column: text.length - rest.length + 1 } }
}

class Blocks {
  readonly done: { block: Block; endLine: number }[] = []
  readonly faults: ImportFault[] = []
  private block = newBlock()

  private close(line: number): void {
    if (!isEmpty(this.block)) this.done.push({ block: this.block, endLine: line })
    this.block = newBlock()
  }

  private note(name: 'fact' | 'explanation', said: { text: string; place: Place }): void {
    // Behind an answer a note belongs to its question, unless that has one: then the next question has begun.
    if (this.block.answer && this.block[name]) this.close(said.place.line - 1)
    this.block[name] = said
  }

  take(text: string, line: number): void {
    const [answer] = ANSWER.exec(text) ?? []
    const [note, name] = NOTE.exec(text) ?? []
    const [option, letter] = OPTION.exec(text) ?? []
    if (text.trim() === '') {
      if (this.block.answer) this.close(line - 1)
    } else if (answer !== undefined) {
      if (this.block.answer) this.close(line - 1)
      this.block.answer = saidAfter(text, answer, line)
    } else if (note !== undefined && name !== undefined) {
      this.note(name.toUpperCase() === 'FACT' ? 'fact' : 'explanation', saidAfter(text, note, line))
    } else if (option !== undefined && letter !== undefined && this.block.stem.length > 0 && !this.block.answer) {
      this.block.options.push({ letter: letter.normalize('NFKC').toUpperCase(), ...saidAfter(text, option, line) })
    } else this.takeStem(text, line)
  }

  private takeStem(text: string, line: number): void {
    if (this.block.answer) this.close(line - 1)
    if (this.block.options.length > 0) {
      this.faults.push(faultAt({ line, column: 1 }, 'answer-line-missing', text.trim()))
      this.block = newBlock()
    }
    this.block.stemAt ??= { line, column: text.length - text.trimStart().length + 1 }
    this.block.stem.push(text.trim())
  }

  end(line: number): void {
    this.close(line)
  }
}

function questionOf(block: Block, endLine: number, factId: string | undefined): ReadQuestion | ImportFault {
  const below = { line: endLine, column: 1 }
  const stemAt = block.stemAt ?? block.options[0]?.place ?? block.answer?.place ?? below
  if (!block.answer) return faultAt(below, 'answer-line-missing')
  const isInOrder = block.options.every(({ letter }, n) => letter.toLowerCase() === optionIds[n])
  if (!isInOrder) return faultAt(block.options[0]?.place ?? below, 'option-skipped')
  const key = block.answer.text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[.)。．]$/, '')
  if (key !== '' && !/^[a-z]$/.test(key)) return faultAt(block.answer.place, 'key-unreadable', block.answer.text)
  return {
    line: stemAt.line,
    draft: {
      ...{ factIds: factIdsOf(block.fact?.text ?? '', factId), type: 'single', pool: 'practice', difficulty: 1 },
      stem: block.stem.join('\n'),
      options: block.options.map(({ text }, n) => ({ optionId: optionIds[n] ?? '', text })),
      key: { optionIds: key === '' ? [] : [key] },
      explanation: block.explanation?.text ?? ''
    },
    places: {
      ...{ type: stemAt, stem: stemAt, key: block.answer.place, bins: stemAt, difficulty: stemAt, pool: stemAt },
      options: block.options.map(option => option.place),
      fact: block.fact?.place ?? stemAt,
      explanation: block.explanation?.place ?? below
    }
  }
}

/**
 * Reads Aiken, one right answer a question (https://docs.moodle.org/en/Aiken_format), with two lines of our own: `FACT:` and
 * `EXPLANATION:`. @param factId the fact of questions that name none.
 */
export function readAiken(text: string, factId?: string): ReadFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const blocks = new Blocks()
  lines.forEach((line, n) => blocks.take(line, n + 1))
  blocks.end(lines.length)
  const read = blocks.done.map(({ block, endLine }) => questionOf(block, endLine, factId))
  const questions = read.filter((each): each is ReadQuestion => 'draft' in each)
  const faults = [...blocks.faults, ...read.filter((each): each is ImportFault => 'reason' in each)]
  return { rows: read.length + blocks.faults.length, questions, faults }
}
