import type { Stratum } from '#contract/awareness-shapes'
import { ageBandWords, sexWords } from '#app/words/awareness'

type AgeBand = Stratum['ageBand']
type Sex = Stratum['sex']
/** Lists of the contract without the contract: its schemas would come along to the phone. */
export const ageBands = Object.keys(ageBandWords) as AgeBand[]
export const sexes = Object.keys(sexWords) as Sex[]

/** How many live in one cell as it is typed; empty and 0 leave the cell out. */
export type Frame = Record<string, Partial<Record<CellName, string>>>
export type CellName = `${AgeBand} ${Sex}`

export interface CommunityName {
  areaId: string
  name: string
}

const POPULATION_MAX: number = 10_000_000
export const STRATA_MAX = 2000

export const cellName = (ageBand: AgeBand, sex: Sex): CellName => `${ageBand} ${sex}`

const isWhole = (text: string) => /^\d+$/.test(text) && Number(text) <= POPULATION_MAX

/** What is typed into a cell, without the commas and blanks of a spreadsheet. */
export const plainCount = (text: string) => text.replace(/[\s,，]/g, '')

/** What is wrong with a cell; undefined where nothing is. */
export const cellFault = (text: string | undefined) =>
  text === undefined || text === '' || isWhole(plainCount(text)) ? undefined : '填整数，没有人就空着'

export const sumOfCommunity = (frame: Frame, communityId: string) =>
  Object.values(frame[communityId] ?? {}).reduce((sum, text) => sum + (isWhole(plainCount(text)) ? Number(plainCount(text)) : 0), 0)

export const populationOf = (frame: Frame) => Object.keys(frame).reduce((sum, communityId) => sum + sumOfCommunity(frame, communityId), 0)

/** The cells in which somebody lives, community by community, from young to old. */
export function strataOf(frame: Frame): Stratum[] {
  return Object.entries(frame).flatMap(([communityId, cells]) =>
    ageBands.flatMap(ageBand =>
      sexes.flatMap(sex => {
        const text = plainCount(cells[cellName(ageBand, sex)] ?? '')
        return isWhole(text) && Number(text) > 0 ? [{ communityId, ageBand, sex, population: Number(text) }] : []
      })
    )
  )
}

/** Whether any cell cannot be read as a number. */
export const hasCellFault = (frame: Frame) => Object.values(frame).some(cells => Object.values(cells).some(text => cellFault(text)))

/** An empty table to fill in: a row a community, a column a cell. */
export function frameTemplate(communities: readonly CommunityName[]): string {
  const heads = ageBands.flatMap(ageBand => sexes.map(sex => `${ageBandWords[ageBand]}${sexWords[sex]}`))
  return [['社区', ...heads], ...communities.map(({ name }) => [name, ...heads.map(() => '')])].map(row => row.join(',')).join('\r\n')
}
