import { useState } from 'react'
import type { Activity, Shift } from '#contract/volunteering-shapes'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import type { ActivityAct } from '#app/features/organising/activity-act-rules'
import { CopySheet } from '#app/features/organising/copy-sheet.tsx'
import { NoteSheet } from '#app/features/organising/note-sheet.tsx'
import { RepeatSheet } from '#app/features/organising/repeat-sheet.tsx'
import { ShiftFormSheet } from '#app/features/organising/shift-form-sheet.tsx'
import { ShiftSheet } from '#app/features/organising/shift-sheet.tsx'
import { undecidedSentence } from '#app/features/organising/undecided-rules'
import { useAct } from '#app/features/organising/use-act'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

export interface ActivityWays {
  /** Something about it has changed: lists that hold it read again. */
  onChanged: () => void
  onOpen: (activityId: string) => void
  onEdit: (activityId: string) => void
  onDesk: (shiftId: string) => void
  onHours: (shiftId: string) => void
}

type OpenSheet = { kind: ActivityAct } | { kind: 'shift' | 'change' | 'cancelShift'; shift: Shift }

/** One activity with what may be done with it: the reading, the chosen act, and the sheet over the page. */
export function useActivityDesk(activityId: string, ways: ActivityWays) {
  const reading = useAsked(() => call.volunteering.getActivity({ activityId }), [activityId])
  const [sheet, setSheet] = useState<OpenSheet | undefined>(undefined)
  const close = () => setSheet(undefined)
  const done = () => {
    close()
    void reading.again()
    ways.onChanged()
  }
  const choose = (act: ActivityAct) => (act === 'edit' ? ways.onEdit(activityId) : setSheet({ kind: act }))
  const activity = reading.value?.activityId === activityId ? reading.value : undefined
  return {
    reading,
    activity,
    choose,
    openShift: (shift: Shift) => setSheet({ kind: 'shift', shift }),
    isSheetOpen: sheet !== undefined,
    sheet: activity && sheet && <Sheet key={sheet.kind} {...{ activity, sheet, ways, done, close, setSheet }} />
  }
}

interface SheetProps {
  activity: Activity
  sheet: OpenSheet
  ways: ActivityWays
  done: () => void
  close: () => void
  setSheet: (sheet: OpenSheet) => void
}

function Sheet({ activity, sheet, ways, done, close, setSheet }: SheetProps) {
  const shared = { activity, onDone: done, onClose: close }
  if (sheet.kind === 'shift') {
    const { shift } = sheet
    const steps = {
      desk: () => ways.onDesk(shift.shiftId),
      hours: () => ways.onHours(shift.shiftId),
      change: () => setSheet({ kind: 'change', shift }),
      cancel: () => setSheet({ kind: 'cancelShift', shift })
    }
    const step = (name: keyof typeof steps) => {
      close()
      steps[name]()
    }
    return <ShiftSheet activity={activity} shift={shift} onStep={step} onClose={close} />
  }
  if (sheet.kind === 'change') return <ShiftFormSheet shift={sheet.shift} onDone={done} onClose={close} />
  if (sheet.kind === 'cancelShift') return <CancelShiftSheet shift={sheet.shift} onDone={done} onClose={close} />
  if (sheet.kind === 'copy') return <CopySheet activity={activity} onCopied={id => (done(), ways.onOpen(id))} onClose={close} />
  if (sheet.kind === 'repeat') return <RepeatSheet {...shared} />
  if (sheet.kind === 'return') return <ReturnSheet {...shared} />
  if (sheet.kind === 'cancel') return <CancelSheet {...shared} />
  return <MoveDialog {...shared} act={sheet.kind} />
}

const toldWords = (count: number) =>
  count > 0 ? `已报名和候补的 ${count} 人打开“志愿”会看到；时间紧的话，再打电话说一声。` : '还没有人报名，不影响谁。'

function CancelShiftSheet({ shift, onDone, onClose }: { shift: Shift; onDone: () => void; onClose: () => void }) {
  return (
    <NoteSheet
      title="取消这个时段"
      sentence={toldWords(shift.joinedCount + shift.waitlistCount)}
      label="为什么取消"
      placeholder="如：下雨，路滑"
      word="取消这个时段"
      isDanger
      done="取消了"
      onSend={reason => call.volunteering.cancelShift({ shiftId: shift.shiftId, reason })}
      onDone={onDone}
      onClose={onClose}
    />
  )
}

interface StepProps {
  activity: Activity
  onDone: () => void
  onClose: () => void
}

function ReturnSheet({ activity, ...rest }: StepProps) {
  return (
    <NoteSheet
      title="退回修改"
      sentence="它会变回草稿，组织者看到你的意见，改好再交。"
      label="要改什么"
      word="退回"
      done="退回去了"
      onSend={note => call.volunteering.returnActivity({ activityId: activity.activityId, note })}
      {...rest}
    />
  )
}

function CancelSheet({ activity, ...rest }: StepProps) {
  const live = activity.shifts.filter(shift => !shift.isCancelled)
  return (
    <NoteSheet
      title="取消活动"
      sentence={`${live.length} 个时段全部取消。${toldWords(live.reduce((sum, shift) => sum + shift.joinedCount + shift.waitlistCount, 0))}`}
      label="为什么取消"
      word="取消活动"
      isDanger
      done="活动取消了"
      onSend={reason => call.volunteering.cancelActivity({ activityId: activity.activityId, reason })}
      {...rest}
    />
  )
}

const moves = {
  submit: {
    title: '交给审核？',
    sentence: '审核的是另一位同事，通过后居民就能报名。',
    word: '交给审核',
    done: '交上去了',
    send: (activityId: string) => call.volunteering.submitActivity({ activityId })
  },
  publish: {
    title: '发布这个活动？',
    sentence: '居民马上能看到、能报名。',
    word: '发布',
    done: '发布了',
    send: (activityId: string) => call.volunteering.publishActivity({ activityId })
  },
  settle: {
    title: '结算这个活动？',
    sentence: '每个人的出勤都认定了才能结算，结算后不再改。',
    word: '结算',
    done: '结算好了',
    send: (activityId: string) => call.volunteering.settleActivity({ activityId })
  }
} as const

function MoveDialog({ activity, act: name, onDone, onClose }: StepProps & { act: ActivityAct }) {
  const move = moves[name as keyof typeof moves]
  const { isActing, fault, refused, act } = useAct()
  const confirm = async () => {
    if (await act(() => move.send(activity.activityId), move.done)) onDone()
  }
  return (
    <ConfirmDialog
      isOpen
      title={move.title}
      sentence={undecidedSentence(refused) ?? fault ?? move.sentence}
      confirmWord={move.word}
      isLoading={isActing}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  )
}
