import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { useInterviewerSearch } from '#app/features/fielding/use-interviewers'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './sheet-parts.scss'

/** Two of one name are told apart by how their number ends, which each finds in the copy of their own data. */
const ENDING_LENGTH = 4

interface Props {
  named: readonly string[]
  isSaving: boolean
  onAdd: (personId: string) => void
  onClose: () => void
}

/** Finds people by the beginning of their name and names them, one tap each. */
export function InterviewerSearch({ named, isSaving, onAdd, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const { value, error, state, again } = useInterviewerSearch(typed)
  const people = value?.people ?? []
  const isTwin = (displayName: string) => people.filter(one => one.displayName === displayName).length > 1
  return (
    <BottomSheet isOpen onClose={onClose} title="加访问员">
      <SearchField value={typed} onChange={setTyped} label="找人" placeholder="名字的开头几个字" />
      {state === 'failed' && <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />}
      <View className="sheet-parts__label" role="status">
        {value && value.name !== '' && people.length === 0 ? `没有名字以“${value.name}”开头的人，请他先登录一次。` : ''}
        {value?.isMore ? '还有别人也叫这个，多写一两个字再找。' : ''}
      </View>
      <ListGroup>
        {people.map(({ personId, displayName }) => {
          const title = isTwin(displayName) ? `${displayName}（编号尾 ${personId.slice(-ENDING_LENGTH)}）` : displayName
          const isNamed = named.includes(personId)
          return (
            <ListRow
              key={personId}
              title={title}
              end={isNamed ? '已是访问员' : '加上'}
              {...(!isNamed && !isSaving && { onPress: () => onAdd(personId) })}
            />
          )
        })}
      </ListGroup>
    </BottomSheet>
  )
}
