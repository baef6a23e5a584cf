import { View } from '@tarojs/components'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Icon } from '#app/components/icon.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { StepFaults } from '#app/packages/staff/activity-form/step-faults.tsx'
import type { StepProps } from '#app/packages/staff/activity-form/step-shape'
import { riskChoices } from '#app/words/organising'

const NOTE_LENGTH_MAX = 300
const INSURANCE_LENGTH_MAX = 40
const INSURED_FROM_RISK = 2

/** How dangerous it is, what volunteers read of it before they join, and the insurance where the law asks for one. */
export function SafetyStep({ plan, onChange, faults }: StepProps) {
  return (
    <>
      <View role="radiogroup" aria-label="风险">
        <ListGroup>
          {Object.entries(riskChoices).map(([level, { word, line }]) => {
            const isChosen = plan.riskLevel === Number(level)
            return (
              <ListRow
                key={level}
                title={`风险${word}`}
                line={line}
                role="radio"
                isSelected={isChosen}
                end={isChosen ? <Icon name="check" size={20} /> : undefined}
                onPress={() => onChange({ riskLevel: Number(level) })}
              />
            )
          })}
        </ListGroup>
      </View>
      <TextArea
        label="要注意的危险"
        placeholder="如：河边路滑，穿防滑的鞋，不要下水"
        value={plan.riskNote}
        onChange={riskNote => onChange({ riskNote })}
        lengthMax={NOTE_LENGTH_MAX}
      />
      {plan.riskLevel >= INSURED_FROM_RISK && (
        <TextField
          label="保险单号"
          value={plan.insuranceNumber}
          onChange={insuranceNumber => onChange({ insuranceNumber })}
          lengthMax={INSURANCE_LENGTH_MAX}
        />
      )}
      <StepFaults faults={faults} />
    </>
  )
}
