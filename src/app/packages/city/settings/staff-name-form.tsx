import { useState } from 'react'
import { TextField } from '#app/components/text-field.tsx'
import { FormPart, useSaving } from '#app/packages/city/settings/form-part.tsx'
import { call } from '#app/platform/call-operation'

export const NAME_LENGTH_MAX = 20

/** The city writes the names of those who work for it. */
export function StaffNameForm({ personId, name, onSaved }: { personId: string; name: string; onSaved: () => void }) {
  const [displayName, setDisplayName] = useState(name)
  const saving = useSaving()
  const save = async () => {
    if (displayName.trim() === '') return saving.say('名字不能空着。')
    if (await saving.save(() => call.people.renameStaff({ personId, displayName }), '已改名')) onSaved()
  }
  return (
    <FormPart saving={saving} saveWord="就叫这个" onSave={() => void save()}>
      <TextField label="名字" value={displayName} lengthMax={NAME_LENGTH_MAX} onChange={setDisplayName} onSubmit={() => void save()} />
    </FormPart>
  )
}
