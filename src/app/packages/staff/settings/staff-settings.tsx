import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Grant, Role } from '#contract/people'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ChoiceField } from '#app/packages/staff/choice-field.tsx'
import { FormPart, useSaving } from '#app/packages/staff/settings/form-part.tsx'
import { useChoices } from '#app/packages/staff/use-choices'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { roleWords } from '#app/words/people'
import { wordsForError } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import { grantNeeds } from '#app/words/staff-settings'

// From the words, because the contract's own list would bring the whole contract to the phone.
const roleChoices = Object.entries(roleWords).map(([value, word]) => ({ value, word }))

type Taking = Grant & { displayName: string }

/** Who may do what, and where. */
export function StaffSettings() {
  const asked = useAsked(async () => (await call.people.listStaff({})).staff, [])
  const [given, setGiven] = useState<{ personId: string; displayName: string } | undefined>(undefined)
  const [taking, setTaking] = useState<Taking | undefined>(undefined)
  const saving = useSaving()
  if (asked.state === 'waiting') return <Skeleton shape="rows" count={5} />
  if (!asked.value) return <ErrorState sentence={wordsForError(asked.error)} action={wayOn(asked.error, asked.again)} />
  const revoke = async (grant: Taking) => {
    const isDone = await saving.save(() => call.people.revokeRole({ grantId: grant.grantId }), '已收回')
    setTaking(undefined)
    if (isDone) void asked.again()
  }
  return (
    <View>
      <Button word="给一个人身份" icon="plus" look="quiet" onPress={() => setGiven({ personId: '', displayName: '' })} />
      {saving.fault && <View className="form-part__fault">{saving.fault}</View>}
      {asked.value.map(person => (
        <Section key={person.personId} title={person.displayName} action={{ word: '加身份', onPress: () => setGiven(person) }}>
          <ListGroup>
            {person.grants.map(grant => (
              <ListRow
                key={grant.grantId}
                title={roleWords[grant.role]}
                line={[grant.areaName, grant.unitName].filter(Boolean).join(' · ')}
                end="收回"
                onPress={() => setTaking({ ...grant, displayName: person.displayName })}
              />
            ))}
          </ListGroup>
        </Section>
      ))}
      <BottomSheet
        isOpen={given !== undefined}
        onClose={() => setGiven(undefined)}
        title={given?.displayName ? `给${given.displayName}身份` : '给一个人身份'}
      >
        {given && (
          <GrantForm
            personId={given.personId}
            onSaved={() => {
              setGiven(undefined)
              void asked.again()
            }}
          />
        )}
      </BottomSheet>
      <ConfirmDialog
        isOpen={taking !== undefined}
        title={taking ? `收回${taking.displayName}的${roleWords[taking.role]}身份？` : ''}
        sentence="马上生效；他经手过的记录都还在。"
        confirmWord="收回"
        isDanger
        isLoading={saving.isSaving}
        onConfirm={() => taking && void revoke(taking)}
        onClose={() => setTaking(undefined)}
      />
    </View>
  )
}

function GrantForm({ personId: known, onSaved }: { personId: string; onSaved: () => void }) {
  const [personId, setPersonId] = useState(known)
  const [role, setRole] = useState<Role | undefined>(undefined)
  const [areaId, setAreaId] = useState<string | undefined>(undefined)
  const [unitId, setUnitId] = useState<string | undefined>(undefined)
  const { areaChoices, unitChoices } = useChoices()
  const saving = useSaving()
  const needs = role && grantNeeds(role)
  const save = async () => {
    if (personId.trim() === '') return saving.say('写上人员编号，在他导出的「我的数据」里。')
    if (!role) return saving.say('选一个身份。')
    if (needs === 'unit' && !unitId) return saving.say('处置员要选单位。')
    if (needs === 'area' && !areaId) return saving.say('选他管的区域。')
    const command = { personId: personId.trim(), role, ...(areaId && { areaId }), ...(unitId && { unitId }) }
    if (await saving.save(() => call.people.grantRole(command), '已给')) onSaved()
  }
  return (
    <FormPart saving={saving} saveWord="给这个身份" onSave={() => void save()}>
      {!known && <TextField label="人员编号（在他导出的「我的数据」里）" value={personId} onChange={setPersonId} lengthMax={64} />}
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
