import { useState } from 'react'
import type { Role } from '#contract/people'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { FormPart, useSaving } from '#app/packages/staff/settings/form-part.tsx'
import { useChoices } from '#app/packages/staff/use-choices'
import { call } from '#app/platform/call-operation'
import { roleWords } from '#app/words/people'
import { grantNeeds } from '#app/words/staff-settings'

// From the words, because the contract's own list would bring the whole contract to the phone.
const roleChoices = Object.entries(roleWords).map(([value, word]) => ({ value, word }))

/** Gives one person one role, for an area, a unit or both. */
export function GrantForm({ personId, onSaved }: { personId: string; onSaved: () => void }) {
  const [role, setRole] = useState<Role | undefined>(undefined)
  const [areaId, setAreaId] = useState<string | undefined>(undefined)
  const [unitId, setUnitId] = useState<string | undefined>(undefined)
  const { areaChoices, unitChoices } = useChoices()
  const saving = useSaving()
  const needs = role && grantNeeds(role)
  const save = async () => {
    if (!role) return saving.say('选一个身份。')
    if (needs === 'unit' && !unitId) return saving.say('处置员要选单位。')
    if (needs === 'area' && !areaId) return saving.say('选他管的区域。')
    const command = { personId, role, ...(areaId && { areaId }), ...(unitId && { unitId }) }
    if (await saving.save(() => call.people.grantRole(command), '已给')) onSaved()
  }
  return (
    <FormPart saving={saving} saveWord="给这个身份" onSave={() => void save()}>
      <ChoiceField label="身份" choices={roleChoices} value={role} onChange={value => setRole(value as Role | undefined)} />
      <ChoiceField
        label="区域"
        choices={areaChoices}
        value={areaId}
        emptyWord={needs === 'unit' ? '不限区域' : undefined}
        onChange={setAreaId}
      />
      <ChoiceField
        label="单位"
        choices={unitChoices}
        value={unitId}
        emptyWord={needs === 'unit' ? undefined : '不限单位'}
        onChange={setUnitId}
      />
    </FormPart>
  )
}
