import { useState } from 'react'
import type { Role } from '#contract/people'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { FormPart, useSaving } from '#app/packages/city/settings/form-part.tsx'
import { NAME_LENGTH_MAX } from '#app/packages/city/settings/staff-name-form.tsx'
import { useChoices } from '#app/features/places/use-choices'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import { roleWords } from '#app/words/people'
import { grantNeeds } from '#app/words/staff-settings'

// From the words, because the contract's own list would bring the whole contract to the phone.
const roleChoices = Object.entries(roleWords).map(([value, word]) => ({ value, word }))

/** Gives one person one role, for an area, a unit or both, and confirms the name they work under. */
export function GrantForm({ personId, name, onSaved }: { personId: string; name: string; onSaved: () => void }) {
  const [displayName, setDisplayName] = useState(name)
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
    if (displayName.trim() === '') return saving.say('名字不能空着。')
    const command = { personId, role, displayName, ...(areaId && { areaId }), ...(unitId && { unitId }) }
    if (await saving.save(() => sendOnce('grant', command, keyed => call.people.grantRole(keyed)), '已给')) onSaved()
  }
  return (
    <FormPart saving={saving} saveWord="给这个身份" onSave={() => void save()}>
      <TextField label="名字（给了身份以后，只有管理员能改）" value={displayName} lengthMax={NAME_LENGTH_MAX} onChange={setDisplayName} />
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
