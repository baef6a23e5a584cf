import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Grant } from '#contract/people'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { useSaving } from '#app/packages/city/settings/form-part.tsx'
import { GrantForm } from '#app/packages/city/settings/grant-form.tsx'
import { StaffNameForm } from '#app/packages/city/settings/staff-name-form.tsx'
import { titlesOf } from '#app/packages/city/settings/staff-people-rules'
import { useStaffPeople, type StaffPerson } from '#app/packages/city/settings/use-staff-people'
import { call } from '#app/platform/call-operation'
import { usePerson } from '#app/platform/session'
import { roleWords } from '#app/words/people'
import { wordsForError } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

type Taking = Grant & { displayName: string }

/** Who may do what, and where: everybody with a role, or whoever is looked for by name. */
export function StaffSettings() {
  const [typed, setTyped] = useState('')
  const asked = useStaffPeople(typed)
  const [given, setGiven] = useState<StaffPerson | undefined>(undefined)
  const [renamed, setRenamed] = useState<StaffPerson | undefined>(undefined)
  const [taking, setTaking] = useState<Taking | undefined>(undefined)
  const saving = useSaving()
  const revoke = async (grant: Taking) => {
    const isDone = await saving.save(() => call.people.revokeRole({ grantId: grant.grantId }), '已收回')
    setTaking(undefined)
    if (isDone) void asked.again()
  }
  return (
    <View>
      <SearchField value={typed} onChange={setTyped} label="找人" placeholder="名字的开头几个字" />
      {saving.fault && (
        <View className="form-part__fault" role="alert">
          {saving.fault}
        </View>
      )}
      {asked.value ? (
        <PeopleList {...asked.value} onGive={setGiven} onRename={setRenamed} onTake={setTaking} />
      ) : asked.state === 'failed' ? (
        <ErrorState sentence={wordsForError(asked.error)} action={wayOn(asked.error, asked.again)} />
      ) : (
        <Skeleton shape="rows" count={5} />
      )}
      <BottomSheet isOpen={given !== undefined} onClose={() => setGiven(undefined)} title={given ? `给${given.displayName}身份` : ''}>
        {given && (
          <GrantForm
            personId={given.personId}
            name={given.displayName}
            onSaved={() => {
              setGiven(undefined)
              void asked.again()
            }}
          />
        )}
      </BottomSheet>
      <BottomSheet isOpen={renamed !== undefined} onClose={() => setRenamed(undefined)} title="改名字">
        {renamed && (
          <StaffNameForm
            personId={renamed.personId}
            name={renamed.displayName}
            onSaved={() => {
              setRenamed(undefined)
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

interface ListProps {
  name: string
  people: readonly StaffPerson[]
  isMore: boolean
  onGive: (person: StaffPerson) => void
  onRename: (person: StaffPerson) => void
  onTake: (grant: Taking) => void
}

function PeopleList({ name, people, isMore, onGive, onRename, onTake }: ListProps) {
  const myId = usePerson()?.personId
  const titles = titlesOf(people)
  if (people.length === 0 && name !== '') {
    return <EmptyState scene="bench" sentence={`没有名字以“${name}”开头的人。`} line="请他登录一次，在“我的”里把名字改成自己的，再来找。" />
  }
  return (
    <View>
      {people.map(person => (
        <Section
          key={person.personId}
          title={titles.get(person.personId) ?? person.displayName}
          // Nobody gives a role to themselves; another admin has to.
          action={person.personId === myId ? undefined : { word: '加身份', onPress: () => onGive(person) }}
        >
          <ListGroup>
            {person.grants.length === 0 && <ListRow title="还没有身份" />}
            {person.grants.map(grant => (
              <ListRow
                key={grant.grantId}
                title={roleWords[grant.role]}
                line={[grant.areaName, grant.unitName].filter(Boolean).join(' · ')}
                end="收回"
                onPress={() => onTake({ ...grant, displayName: person.displayName })}
              />
            ))}
            {person.grants.length > 0 && <ListRow title="改名字" icon="edit" onPress={() => onRename(person)} />}
          </ListGroup>
        </Section>
      ))}
      {isMore && <View className="form-part__more">还有别人也叫这个，多写一两个字再找。</View>}
    </View>
  )
}
