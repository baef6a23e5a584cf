import type { Activity } from '#contract/volunteering-shapes'
import type { ActivityState } from '#contract/volunteering-states'

export const activityActs = ['submit', 'publish', 'return', 'settle', 'edit', 'repeat', 'copy', 'cancel'] as const
export type ActivityAct = (typeof activityActs)[number]

interface ActLook {
  word: string
  /** The key that does it on a desktop. */
  key: string
  look?: 'primary' | 'danger'
}

export const actWords: Record<ActivityAct, ActLook> = {
  submit: { word: '交给审核', key: 't', look: 'primary' },
  publish: { word: '发布', key: 'f', look: 'primary' },
  return: { word: '退回修改', key: 'r' },
  settle: { word: '结算', key: 's', look: 'primary' },
  edit: { word: '改内容', key: 'e' },
  repeat: { word: '重复几次', key: 'w' },
  copy: { word: '照样再办', key: 'c' },
  cancel: { word: '取消活动', key: 'x', look: 'danger' }
}

const editable: readonly ActivityState[] = ['draft', 'in_review', 'published', 'running']
const cancellable: readonly ActivityState[] = ['draft', 'in_review', 'published', 'running']

/** What the viewer may do with an activity now: exactly what the table of moves and the server's word allow. */
export function actsOf({ state, canManage, canPublish }: Pick<Activity, 'state' | 'canManage' | 'canPublish'>): ActivityAct[] {
  const mayAct: Record<ActivityAct, boolean> = {
    submit: canManage && state === 'draft',
    publish: canPublish && state === 'in_review',
    return: canPublish && state === 'in_review',
    settle: canManage && state === 'ended',
    edit: canManage && editable.includes(state),
    repeat: canManage && editable.includes(state),
    copy: canManage,
    cancel: canManage && cancellable.includes(state)
  }
  return activityActs.filter(act => mayAct[act])
}

/** The acts that carry an activity on; the others stand further down. */
export const isCarryingOn = (act: ActivityAct) => act === 'submit' || act === 'publish' || act === 'return' || act === 'settle'
