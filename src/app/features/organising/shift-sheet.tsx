import type { Activity, Shift } from '#contract/volunteering-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { spanWords } from '#app/features/organising/city-time-rules'
import { shiftStepsOf, type ShiftStep } from '#app/features/organising/shift-step-rules'
import { useAct } from '#app/features/organising/use-act'
import { call } from '#app/platform/call-operation'
import { openDocument } from '#app/platform/open-document'

interface Props {
  activity: Activity
  shift: Shift
  onStep: (step: Exclude<ShiftStep, 'export'>) => void
  onClose: () => void
}

/** What may be done with one shift. */
export function ShiftSheet({ activity, shift, onStep, onClose }: Props) {
  const { isActing, fault, act } = useAct()
  const steps = shiftStepsOf(activity, shift, new Date())
  const exportShift = () =>
    act(async () => {
      const { documentUrl } = await call.volunteering.exportShift({ shiftId: shift.shiftId })
      await openDocument(documentUrl, 'xlsx')
    })
  const choose = (step: ShiftStep) => {
    if (step === 'export') void exportShift()
    else onStep(step)
  }
  return (
    <BottomSheet isOpen onClose={onClose} title={spanWords(shift.startsAt, shift.endsAt)}>
      <ListGroup>
        {steps.map(({ step, title, line, icon, tone }) => (
          <ListRow
            key={step}
            icon={icon}
            title={step === 'export' && isActing ? '正在导出，请稍等' : title}
            line={line}
            tone={tone}
            onPress={() => choose(step)}
          />
        ))}
      </ListGroup>
      <ActFault fault={fault} />
    </BottomSheet>
  )
}
