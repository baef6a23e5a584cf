import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { call } from '#app/platform/call-operation'
import { refreshPerson } from '#app/platform/session'
import { wordsForError } from '#app/words/refusals'

const NAME_LENGTH_MAX = 20

export function RenameSheet({ isOpen, onClose, name }: { isOpen: boolean; onClose: () => void; name: string }) {
  const [draft, setDraft] = useState(name)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [isSaving, setIsSaving] = useState(false)
  const save = async () => {
    setIsSaving(true)
    try {
      await call.people.renameMe({ displayName: draft })
      await refreshPerson()
      onClose()
    } catch (error) {
      setFault(wordsForError(error))
    } finally {
      setIsSaving(false)
    }
  }
  return (
    <BottomSheet isOpen={isOpen} onClose={onClose} title="怎么称呼你">
      <TextField
        label="名字（不会公开）"
        value={draft}
        lengthMax={NAME_LENGTH_MAX}
        fault={fault}
        onChange={setDraft}
        onSubmit={() => void save()}
      />
      <View style={{ marginTop: '16px' }}>
        <Button word="就叫这个" isLoading={isSaving} isDisabled={draft.trim() === ''} onPress={() => void save()} />
      </View>
    </BottomSheet>
  )
}
