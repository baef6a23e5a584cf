import type { Role } from '#contract/people'
import { openReportStates, type ReportState } from '#contract/report-states'

/** Who may move a report: a role held for its area or unit, its reporter, a follower, or nobody (clock, rule). */
export type ReportActor = Role | 'reporter' | 'follower' | 'clock' | 'rule'

/** What the mover must bring along. */
export type MoveNeed =
  /** `reasonCode`. */
  | 'reason-code'
  /** `reasonCode` or `note`. */
  | 'reason'
  /** `unitId`; the unit covers the category in the area. */
  | 'unit'
  /** FIX: at least one photo. ACT: a note or a photo. */
  | 'result'
  /** `masterId`. */
  | 'master'
  /** `note` or `photoIds`. */
  | 'statement'

/** What must hold beside who moves; each is a pure question asked in `report-rules.ts`. */
export type MoveCondition =
  | 'mode-is-clue'
  | 'returns-left'
  | 'no-returns-left'
  | 'mover-is-not-handler'
  | 'mover-is-not-first-closer'
  | 'mover-is-not-rejecter'
  | 'objected-after-closing'
  | 'objected-after-rejection'
  | 'within-objection-window'
  | 'first-objection-of-person'
  | 'past-deadline'

export interface ReportMove {
  from: ReportState
  to: ReportState
  by: readonly ReportActor[]
  needs?: readonly MoveNeed[]
  when?: readonly MoveCondition[]
}

const fixedMoves: readonly ReportMove[] = [
  { from: 'submitted', to: 'filed', by: ['reviewer'] },
  { from: 'submitted', to: 'filed', by: ['supervisor', 'dispatcher'], when: ['past-deadline'] },
  { from: 'submitted', to: 'need_info', by: ['reviewer'], needs: ['reason'] },
  { from: 'submitted', to: 'rejected', by: ['reviewer'], needs: ['reason-code'] },
  { from: 'submitted', to: 'referred', by: ['reviewer'] },
  { from: 'submitted', to: 'withdrawn', by: ['reporter'] },
  { from: 'need_info', to: 'withdrawn', by: ['reporter'] },
  { from: 'need_info', to: 'submitted', by: ['reporter'], needs: ['statement'] },
  { from: 'need_info', to: 'submitted', by: ['clock'] },
  { from: 'need_info', to: 'submitted', by: ['supervisor'], needs: ['reason'] },
  { from: 'filed', to: 'dispatched', by: ['dispatcher', 'rule'], needs: ['unit'], when: ['returns-left'] },
  { from: 'filed', to: 'dispatched', by: ['supervisor'], needs: ['unit'], when: ['no-returns-left'] },
  { from: 'filed', to: 'dispatched', by: ['supervisor'], needs: ['unit'], when: ['past-deadline'] },
  { from: 'filed', to: 'dispatched', by: ['dispatcher'], needs: ['unit'], when: ['no-returns-left', 'past-deadline'] },
  { from: 'filed', to: 'merged', by: ['dispatcher'], needs: ['master'] },
  { from: 'filed', to: 'referred', by: ['dispatcher', 'rule'] },
  { from: 'filed', to: 'closed', by: ['reviewer'], when: ['mode-is-clue'] },
  { from: 'dispatched', to: 'handling', by: ['handler'] },
  { from: 'dispatched', to: 'filed', by: ['handler'], needs: ['reason'], when: ['returns-left'] },
  { from: 'handling', to: 'handled', by: ['handler'], needs: ['result'] },
  { from: 'handling', to: 'suspended', by: ['supervisor'], needs: ['reason'] },
  { from: 'suspended', to: 'handling', by: ['clock', 'supervisor'] },
  { from: 'handling', to: 'referred', by: ['dispatcher'] },
  { from: 'handled', to: 'closed', by: ['verifier'], when: ['mover-is-not-handler'] },
  { from: 'handled', to: 'closed', by: ['supervisor'], when: ['mover-is-not-handler', 'past-deadline'] },
  { from: 'handled', to: 'handling', by: ['verifier'], needs: ['reason'], when: ['mover-is-not-handler'] },
  { from: 'referred', to: 'handled', by: ['liaison'], needs: ['statement'] },
  { from: 'referred', to: 'filed', by: ['liaison'], needs: ['statement'] },
  {
    from: 'closed',
    to: 'objection',
    by: ['reporter', 'follower'],
    needs: ['statement'],
    when: ['within-objection-window', 'first-objection-of-person']
  },
  {
    from: 'rejected',
    to: 'objection',
    by: ['reporter'],
    needs: ['statement'],
    when: ['within-objection-window', 'first-objection-of-person']
  },
  { from: 'objection', to: 'handling', by: ['supervisor'], when: ['objected-after-closing', 'mover-is-not-first-closer'] },
  { from: 'objection', to: 'closed', by: ['supervisor'], needs: ['reason'], when: ['objected-after-closing', 'mover-is-not-first-closer'] },
  { from: 'objection', to: 'submitted', by: ['supervisor'], when: ['objected-after-rejection', 'mover-is-not-rejecter'] },
  { from: 'objection', to: 'rejected', by: ['supervisor'], needs: ['reason'], when: ['objected-after-rejection', 'mover-is-not-rejecter'] },
  { from: 'merged', to: 'submitted', by: ['reviewer'] }
]

/** States in which somebody has the case; from each it can be taken back to be given elsewhere. */
export const recallableStates = ['dispatched', 'handling', 'handled', 'suspended', 'referred'] as const satisfies readonly ReportState[]

/**
 * A case is never stuck with whoever has it: a supervisor takes it back, or the dispatcher once its time is over, and says why. An
 * objection that nobody else may decide is upheld that way; one against a rejection goes back to be looked at again.
 */
const recalls: readonly ReportMove[] = [
  ...recallableStates.flatMap((from): ReportMove[] => [
    { from, to: 'filed', by: ['supervisor'], needs: ['reason'] },
    { from, to: 'filed', by: ['dispatcher'], needs: ['reason'], when: ['past-deadline'] }
  ]),
  { from: 'objection', to: 'filed', by: ['supervisor'], needs: ['reason'], when: ['objected-after-closing'] },
  { from: 'objection', to: 'filed', by: ['dispatcher'], needs: ['reason'], when: ['objected-after-closing', 'past-deadline'] },
  {
    from: 'objection',
    to: 'submitted',
    by: ['supervisor', 'dispatcher'],
    needs: ['reason'],
    when: ['objected-after-rejection', 'past-deadline']
  }
]

/** Any open report may be merged by a reviewer (the filed one also by a dispatcher, above). */
const merges: readonly ReportMove[] = openReportStates.map(from => ({ from, to: 'merged', by: ['reviewer'], needs: ['master'] }))

/** The whole life cycle. Whatever is not here is refused with `move-not-allowed`. */
export const reportMoves: readonly ReportMove[] = [...fixedMoves, ...recalls, ...merges]

/** The rows of the table between two states; several where different people need different things. */
export const movesBetween = (from: ReportState, to: ReportState) => reportMoves.filter(move => move.from === from && move.to === to)
