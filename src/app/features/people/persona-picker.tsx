import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Persona } from '#contract/people'
import type { IconName } from '#app/components/icon-names'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { signInDemo } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { personaGroups, personaWords } from '#app/words/people'
import { wordsForError } from '#app/words/refusals'
import './persona-picker.scss'

const icons: Record<Persona, IconName> = {
  resident: 'me',
  neighbour: 'people',
  reviewer: 'inbox',
  dispatcher: 'send',
  handler: 'tools',
  verifier: 'eye',
  supervisor: 'flag',
  organiser: 'volunteer',
  editor: 'edit',
  admin: 'settings'
}

/** The cast of the demo city; one tap and you are that person. */
export function PersonaPicker({ onDone }: { onDone?: () => void }) {
  const [entering, setEntering] = useState<Persona | undefined>(undefined)
  const enter = async (persona: Persona) => {
    setEntering(persona)
    try {
      await signInDemo(persona)
      toast(`你现在是${personaWords[persona].name}`)
      onDone?.()
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setEntering(undefined)
    }
  }
  return (
    <View className="persona-picker">
      {personaGroups.map(({ title, personas }) => (
        <View key={title}>
          <View className="persona-picker__title" role="heading" aria-level={3}>
            {title}
          </View>
          <ListGroup>
            {personas.map(persona => (
              <ListRow
                key={persona}
                icon={icons[persona]}
                title={personaWords[persona].name}
                line={personaWords[persona].line}
                end={entering === persona ? '请稍等' : undefined}
                onPress={() => entering === undefined && void enter(persona)}
              />
            ))}
          </ListGroup>
        </View>
      ))}
    </View>
  )
}
