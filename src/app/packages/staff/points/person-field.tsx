import { View } from '@tarojs/components'
import { useState } from 'react'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useStaffPeople, type StaffPerson } from '#app/packages/staff/settings/use-staff-people'
import { wordsForReading } from '#app/words/refusals'
import '#app/features/organising/sheet-form.scss'

function FindPerson({ onChoose }: { onChoose: (person: StaffPerson) => void }) {
  const [typed, setTyped] = useState('')
  const found = useStaffPeople(typed)
  return (
    <View>
      <SearchField value={typed} onChange={setTyped} label="找人" placeholder="名字的开头" />
      <ActFault fault={found.state === 'failed' ? wordsForReading(found.error) : undefined} />
      {typed.trim() !== '' && found.value && (
        <ListGroup>
          {found.value.people.map(person => (
            <ListRow key={person.personId} icon="me" title={person.displayName} onPress={() => onChoose(person)} />
          ))}
        </ListGroup>
      )}
      {typed.trim() !== '' && found.value?.people.length === 0 && <View className="sheet-form__sentence">没有这样开头的名字。</View>}
    </View>
  )
}

/** Somebody whose points are meant: found by name, and changed by a tap. */
export function PersonField({
  person,
  onChange
}: {
  person: StaffPerson | undefined
  onChange: (person: StaffPerson | undefined) => void
}) {
  return (
    <View>
      {person ? (
        <ListGroup>
          <ListRow icon="me" title={person.displayName} line="点一下换人" onPress={() => onChange(undefined)} />
        </ListGroup>
      ) : (
        <FindPerson onChoose={onChange} />
      )}
      <View className="sheet-form__gap" />
    </View>
  )
}
