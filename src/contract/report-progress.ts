import type { ReportDetail } from '#contract/report-shapes'
import { reportSteps, stepOfState } from '#contract/report-states'

export interface Progress {
  /** Index into `reportSteps`. */
  current: number
  isFinished: boolean
  /** Refused: the rest will not come. */
  isStopped: boolean
}

/**
 * How far a report has come on the five plain steps; of a merged one, how far the report it goes with has come.
 * @returns nothing for a report its reporter took back: it goes no way any more
 */
export function progressOf({ state, master }: Pick<ReportDetail, 'state' | 'master'>): Progress | undefined {
  if (state === 'withdrawn') return undefined
  if (state === 'merged' && master) return progressOf({ state: master.state })
  return { current: reportSteps.indexOf(stepOfState[state]), isFinished: state === 'closed', isStopped: state === 'rejected' }
}
