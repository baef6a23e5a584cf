import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AccountHolder } from '#contract/points-office'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAccountHolders } from '#app/packages/staff/points/use-account-holders'
import { wordsForReading } from '#app/words/refusals'
import '#app/features/organising/sheet-form.scss'

const endingWords = ({ ending }: AccountHolder) => `编号尾 ${ending}`

function FindPerson({ onChoose }: { onChoose: (person: AccountHolder) => void }) {
  const [typed, setTyped] = useState('')
  const { value, state, error } = useAccountHolders(typed)
  const isSaid = state === 'there' && value !== undefined && value.name !== '' && value.name === typed.trim()
  return (
    <View>
      <SearchField value={typed} onChange={setTyped} label="找人" placeholder="名字的开头，至少两个字" />
      <ActFault fault={state === 'failed' ? wordsForReading(error) : undefined} />
      {isSaid && value.people.length > 0 && (
        <ListGroup>
          {value.people.map(person => (
            <ListRow
              key={person.personId}
              icon="me"
              title={person.maskedName}
              line={endingWords(person)}
              onPress={() => onChoose(person)}
            />
          ))}
        </ListGroup>
      )}
      <View className="sheet-form__sentence" role="status">
        {isSaid && value.people.length === 0 ? '没有这样开头的名字。' : ''}
        {isSaid && value.isMore ? '还有别人，多写一个字再找。' : ''}
        {isSaid && value.people.length > 1 ? '不止一个人：请他在“我的”里导出数据，核对编号的最后四位。' : ''}
      </View>
    </View>
  )
}

/** Somebody whose points are meant: found by name, told apart by the end of their number, and changed by a tap. */
export function PersonField({
  person,
  onChange
}: {
  person: AccountHolder | undefined
  onChange: (person: AccountHolder | undefined) => void
}) {
  return (
    <View>
      {person ? (
        <ListGroup>
          <ListRow icon="me" title={person.maskedName} line={`${endingWords(person)} · 点一下换人`} onPress={() => onChange(undefined)} />
        </ListGroup>
      ) : (
        <FindPerson onChoose={onChange} />
      )}
      <View className="sheet-form__gap" />
    </View>
  )
}
