import { nonResponseReasons, type Stratum, type WaveCell, type WaveDetail } from '#contract/awareness-shapes'
import type { Reading } from '#server/database/database'
import { allocate } from '#server/quizzes/awareness/allocation-rules'
import { plannedSize } from '#server/quizzes/awareness/interval-rules'
import { tallySamples, type SampleTally } from '#server/quizzes/awareness/sample-store'
import { countWave, findWave, listWaveDrafts, type WaveRow } from '#server/quizzes/awareness/wave-store'
import { toWave } from '#server/quizzes/awareness/wave-view'

const nameOf = ({ communityId, ageBand, sex }: Omit<Stratum, 'population'>) => `${communityId} ${ageBand} ${sex}`
const sum = (tallies: readonly SampleTally[]) => tallies.reduce((total, { count }) => total + count, 0)

/** What a plan asks for; also what the draw will take. */
function sizeOf({ plan: { target, margin, expectedDesignEffect, expectedResponse, strata } }: WaveRow) {
  const communityCount = new Set(strata.map(stratum => stratum.communityId)).size
  return plannedSize({ target, margin, designEffect: expectedDesignEffect, response: expectedResponse, communityCount })
}

function cellsOf(wave: WaveRow, tallies: readonly SampleTally[]): WaveCell[] {
  const { strata } = wave.plan
  const planned = allocate(
    sizeOf(wave).asked,
    strata.map(stratum => stratum.population)
  )
  const byCell = new Map<string, SampleTally[]>()
  for (const tally of tallies) byCell.set(nameOf(tally), [...(byCell.get(nameOf(tally)) ?? []), tally])
  return strata.map((stratum, place) => {
    const own = byCell.get(nameOf(stratum)) ?? []
    const reasons = nonResponseReasons.map(reason => [reason, sum(own.filter(tally => tally.reason === reason))] as const)
    return {
      ...stratum,
      asked: wave.state === 'planned' ? (planned[place] ?? 0) : sum(own),
      answered: sum(own.filter(tally => tally.answered)),
      nonResponse: Object.fromEntries(reasons.filter(([, count]) => count > 0))
    }
  })
}

/** A wave with its frame and progress, and what it found once it is closed. */
export async function readWaveDetail(reading: Reading, waveId: string) {
  const counted = await countWave(reading, waveId)
  if (!counted) return undefined
  const { wave } = counted
  const { expectedDesignEffect, expectedResponse, previousWaveId } = wave.plan
  const previous = previousWaveId === undefined ? undefined : await findWave(reading, previousWaveId)
  const drafts = await listWaveDrafts(reading, wave.questions)
  const detail: WaveDetail = {
    ...{ wave: toWave(counted), size: sizeOf(wave), cells: cellsOf(wave, await tallySamples(reading, wave.waveId)) },
    ...(expectedDesignEffect !== undefined && { expectedDesignEffect }),
    ...(expectedResponse !== undefined && { expectedResponse }),
    ...(previous && { previous: { waveId: previous.waveId, title: previous.plan.title } }),
    questions: drafts.map(({ questionId, draft }) => ({ questionId, stem: draft.stem }))
  }
  return { detail, findings: wave.findings ?? undefined }
}
