import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { toast } from '#app/platform/toast'
import { wordsForSettings } from '#app/words/staff-settings'
import './form-part.scss'

/** Saves once at a time and says in words what was refused. */
export function useSaving() {
  const [isSaving, setIsSaving] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const save = async (act: () => Promise<unknown>, done: string): Promise<boolean> => {
    setIsSaving(true)
    setFault(undefined)
    try {
      await act()
      toast(done)
      return true
    } catch (error) {
      setFault(wordsForSettings(error))
      return false
    } finally {
      setIsSaving(false)
    }
  }
  return { isSaving, fault, say: setFault, save }
}

export type Saving = ReturnType<typeof useSaving>

interface Props {
  saving: Saving
  saveWord: string
  onSave: () => void
  children: ReactNode
}

/** The fields of a form, what was refused, and the one button. */
export function FormPart({ saving, saveWord, onSave, children }: Props) {
  return (
    <View className="form-part">
      {children}
      {saving.fault && (
        <View className="form-part__fault" role="alert">
          {saving.fault}
        </View>
      )}
      <Button word={saveWord} isLoading={saving.isSaving} onPress={onSave} />
    </View>
  )
}
