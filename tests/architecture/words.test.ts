import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoActivities } from '#server/demo/demo-activities'
import { usualTopics } from '#app/words/volunteering'

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map(name => ({ name: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
const saying = (folders: readonly string[], words: RegExp) =>
  folders.flatMap(filesUnder).flatMap(({ name, text }) => [...text.matchAll(words)].map(([word]) => `${name}: ${word}`))

test('no sentence takes the place for a city of its own: counties and districts use it too', () => {
  expect(saying(['src/app', 'src/server/documents'], /本市|全市|全城|市创建办|市级管理员/g)).toEqual([])
})

test('what residents read of reports and points is said in their words, not in those of the desk or of the books', () => {
  const words = ['src/app/words/report-states.ts', 'src/app/words/points.ts', 'src/app/words/volunteering.ts']
  const texts = words.map(name => readFileSync(name, 'utf8')).join()
  expect(texts.match(/立案|派遣|挂账|结案|处置中|记上|冲回|冲正|预留/g)).toBeNull()
})

test('one kind of quotation marks, and one word for a thing', () => {
  expect(saying(['src/app', 'src/server'], /[「」]/g)).toEqual([])
  // Beside each: the word the glossary has.
  const twins = /班次|签到台|盘点|志愿者卡|待入账|手工更正|临时退出|复习|街坊|处置单位/g
  expect(saying(['src/app'], twins)).toEqual([])
})

test('the demo asks for volunteers under the topics the app offers', () => {
  const topics: readonly string[] = usualTopics
  expect(demoActivities.filter(({ topic }) => !topics.includes(topic)).map(({ key }) => key)).toEqual([])
})

test('the READMEs count the questions and facts as the files hold them', () => {
  const states = readdirSync('content/questions')
    .flatMap(name => readFileSync(join('content/questions', name), 'utf8').trim().split('\n'))
    .map(line => (JSON.parse(line) as { state: string }).state)
    .filter(state => state !== 'retired')
  const active = states.filter(state => state === 'active').length
  const drafts = states.length - active
  const facts = readFileSync('content/facts.csv', 'utf8').trim().split('\n').length - 1
  expect(readFileSync('README.md', 'utf8')).toContain(
    `${states.length} questions of our own (${active} active, ${drafts} drafts) on ${facts} checked facts`
  )
  expect(readFileSync('README.zh-CN.md', 'utf8')).toContain(
    `${states.length} 道题（启用 ${active} 道，草稿 ${drafts} 道），出自 ${facts} 个核对过的知识点`
  )
})
