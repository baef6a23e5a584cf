import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const textFile = /\.(js|mjs|cjs|json|html|wxml|wxss|wxs|css|map)$/
const QUESTIONS = 'content/questions'

interface Question {
  id: string
  stem: string
  explanation: string
  options?: { text: string }[]
}

const questions = readdirSync(QUESTIONS)
  .filter(name => name.endsWith('.jsonl'))
  .flatMap(name => readFileSync(join(QUESTIONS, name), 'utf8').split('\n').filter(Boolean))
  .map(line => JSON.parse(line) as Question)

/** Bundlers write what is not ASCII as it is or as escapes. */
const escaped = (text: string) => text.replace(/[^ -~]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A piece of text as a bundle might hold it: long enough to be no accident. */
const waysToSay = (text: string) => {
  const said = JSON.stringify(text).slice(1, -1)
  return [said, escaped(said), escaped(said).toUpperCase().replaceAll('\\U', '\\u')]
}

const textsUnder = (root: string) =>
  !existsSync(root)
    ? []
    : readdirSync(root, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && textFile.test(entry.name))
        .map(entry => ({ path: join(entry.parentPath, entry.name), text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }))

/** Explanations tell a key in words; the stem says that a question is there at all; an id leads to both. */
const secretsOf = ({ id, stem, explanation }: Question) => [stem, explanation, `"${id}"`, `'${id}'`]

function found(texts: readonly { path: string; text: string }[], asked: readonly Question[]): string[] {
  const looked = asked.flatMap(question =>
    [...new Set(secretsOf(question).flatMap(waysToSay))].map(secret => ({ id: question.id, secret }))
  )
  return texts.flatMap(({ path, text }) => looked.flatMap(({ id, secret }) => (text.includes(secret) ? [`${path} holds ${id}`] : [])))
}

describe.each(['dist/weapp', 'dist/h5'])('what is shipped to the phone in %s', root => {
  test('holds no stem, no key and no explanation of any question', () => {
    const texts = textsUnder(root)
    expect(texts.length).toBeGreaterThan(10)
    expect(found(texts, questions)).toEqual([])
  })

  test('holds no file of questions or facts', () => {
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    expect(names.filter(name => /\.(jsonl|csv)$/.test(name))).toEqual([])
  })
})

test('the search would find a question, however it is written down', () => {
  expect(questions.length).toBeGreaterThan(400)
  const [question] = questions as [Question]
  const written = [JSON.stringify(question), escaped(JSON.stringify(question)), `const id='${question.id}'`]
  for (const text of written) expect(found([{ path: 'bundle.js', text }], questions)[0]).toBe(`bundle.js holds ${question.id}`)
})
