import type { Stratum } from '#contract/awareness-shapes'
import {
  ageBands,
  cellFault,
  cellName,
  plainCount,
  sexes,
  type CellName,
  type CommunityName,
  type Frame
} from '#app/features/awareness/frame-rules'

/** `line` counts from 1, as a spreadsheet does. */
export interface FrameFault {
  line: number
  sentence: string
}

export interface ReadFrame {
  frame: Frame
  faults: FrameFault[]
  /** Rows of the table without its head. */
  rowCount: number
}

type AgeBand = Stratum['ageBand']
type Sex = Stratum['sex']

/** Cells of a table as spreadsheets copy it (tabs) or save it (commas, quotes around what holds one). */
export function cellsOf(text: string): string[][] {
  const mark = text.includes('\t') ? '\t' : ','
  const rows: string[][] = []
  let [row, cell, isQuoted] = [[] as string[], '', false]
  for (const letter of `${text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')}\n`) {
    if (letter === '"') isQuoted = !isQuoted
    else if (isQuoted || (letter !== mark && letter !== '\n')) cell += letter
    else {
      row.push(cell)
      cell = ''
      if (letter === mark) continue
      rows.push(row)
      row = []
    }
  }
  return rows.map(row => row.map(cell => cell.trim()))
}

/** 18–29 岁, 18~29, 18至29岁 and 75岁以上 are all known. */
export function readAgeBand(text: string): AgeBand | undefined {
  const numbers = text.match(/\d+/g)?.map(Number) ?? []
  return ageBands.find(ageBand => {
    const bounds = ageBand.match(/\d+/g)?.map(Number) ?? []
    return bounds.length === numbers.length && bounds.every((bound, place) => bound === numbers[place])
  })
}

export function readSex(text: string): Sex | undefined {
  const found = [/女/.test(text) && 'female', /男/.test(text) && 'male'].filter(Boolean)
  return found.length === 1 ? sexes.find(sex => sex === found[0]) : undefined
}

const isEmptyRow = (row: readonly string[]) => row.every(cell => cell === '')
const placeOf = (head: readonly string[], word: RegExp) => head.findIndex(cell => word.test(cell))

function communityOf(name: string, communities: readonly CommunityName[]): CommunityName | string {
  const plain = name.replace(/\s/g, '')
  const same = communities.filter(community => community.name === plain)
  const near = same.length > 0 ? same : communities.filter(community => community.name.replace(/社区$/, '') === plain.replace(/社区$/, ''))
  const [only] = near
  if (only && near.length === 1) return only
  if (near.length > 1) return `有 ${near.length} 个社区叫“${name}”，请在表里逐个填`
  return name === '' ? '没写社区名' : `没有叫“${name.slice(0, 20)}”的社区，对照城市里的名字`
}

interface Reading {
  frame: Frame
  faults: FrameFault[]
  communities: readonly CommunityName[]
}

function faultOfCount(text: string): string | undefined {
  if (plainCount(text) === '') return '没写人数'
  return cellFault(text) && `人数“${text.slice(0, 12)}”不是整数`
}

function keep({ frame, faults }: Reading, line: number, communityId: string, cell: CellName, text: string): void {
  const count = plainCount(text)
  if (count === '' || count === '0') return
  const cells = (frame[communityId] ??= {})
  const fault = faultOfCount(text)
  if (fault) faults.push({ line, sentence: fault })
  else if (cells[cell] !== undefined) faults.push({ line, sentence: '这个社区的这个年龄段和性别前面已经有一行' })
  else cells[cell] = count
}

/** A row a cell: 社区, 年龄段, 性别, 人数. */
function readLong(reading: Reading, rows: readonly (readonly string[])[], places: Record<'name' | 'age' | 'sex' | 'count', number>): void {
  rows.forEach((row, n) => {
    const line = n + 2
    if (isEmptyRow(row)) return
    const [name = '', age = '', sexWord = '', count = ''] = [places.name, places.age, places.sex, places.count].map(place => row[place])
    const community = communityOf(name, reading.communities)
    const [ageBand, sex] = [readAgeBand(age), readSex(sexWord)]
    if (typeof community === 'string') reading.faults.push({ line, sentence: community })
    if (!ageBand) reading.faults.push({ line, sentence: `年龄段“${age.slice(0, 12)}”认不出：${ageBands.join('、')}` })
    if (!sex) reading.faults.push({ line, sentence: `性别“${sexWord.slice(0, 12)}”认不出：写 女 或 男` })
    const countFault = faultOfCount(count)
    if (countFault) reading.faults.push({ line, sentence: countFault })
    else if (typeof community !== 'string' && ageBand && sex) keep(reading, line, community.areaId, cellName(ageBand, sex), count)
  })
}

/** A row a community, a column a cell: 社区, 14–17岁女, 14–17岁男, … */
function readWide(reading: Reading, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const columns = head.map((cell, place) => {
    const [ageBand, sex] = [readAgeBand(cell), readSex(cell)]
    if (ageBand && sex) return { place, cell: cellName(ageBand, sex) }
    if (place > 0 && cell !== '' && !/合计|总/.test(cell))
      reading.faults.push({ line: 1, sentence: `列“${cell.slice(0, 12)}”认不出年龄段和性别` })
    return undefined
  })
  const known = columns.filter(column => column !== undefined)
  if (new Set(known.map(({ cell }) => cell)).size < known.length) reading.faults.push({ line: 1, sentence: '有两列是同一个年龄段和性别' })
  const seen = new Set<string>()
  rows.forEach((row, n) => {
    const line = n + 2
    if (isEmptyRow(row) || /^(合计|总计)/.test(row[0] ?? '')) return
    const community = communityOf(row[0] ?? '', reading.communities)
    if (typeof community === 'string') return void reading.faults.push({ line, sentence: community })
    if (seen.has(community.areaId)) return void reading.faults.push({ line, sentence: `“${community.name}”前面已经有一行` })
    seen.add(community.areaId)
    for (const { place, cell } of known) keep(reading, line, community.areaId, cell, row[place] ?? '')
  })
}

/** A frame out of a pasted or picked table; every fault is named by its line, and with any fault nothing is taken. */
export function readFrame(text: string, communities: readonly CommunityName[]): ReadFrame {
  const reading: Reading = { frame: {}, faults: [], communities }
  if (text.includes('\ufffd'))
    return { frame: {}, faults: [{ line: 1, sentence: '文件里的汉字读不出来：直接从表格里复制粘贴，或另存为 UTF-8 的 CSV' }], rowCount: 0 }
  const [head = [], ...rows] = cellsOf(text)
  const places = { name: placeOf(head, /社区/), age: placeOf(head, /年龄/), sex: placeOf(head, /性别/), count: placeOf(head, /人数|人口/) }
  const rowCount = rows.filter(row => !isEmptyRow(row)).length
  if (rowCount === 0) reading.faults.push({ line: 1, sentence: '第一行写列名，下面至少一行人数' })
  else if (Object.values(places).every(place => place >= 0)) readLong(reading, rows, places)
  else if (head.slice(1).some(cell => readAgeBand(cell) && readSex(cell))) readWide(reading, head, rows)
  else reading.faults.push({ line: 1, sentence: '列名认不出：写 社区、年龄段、性别、人数，或一个社区一行、每个年龄段和性别一列' })
  return { ...reading, rowCount }
}
