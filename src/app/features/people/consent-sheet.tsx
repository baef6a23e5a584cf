import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { giveConsent } from '#app/features/people/give-consent'
import { go } from '#app/platform/navigation'
import { toast } from '#app/platform/toast'
import { usePolite } from '#app/platform/use-polite'
import { policyInBrief } from '#app/words/privacy'
import { wordsForError } from '#app/words/refusals'
import './consent-sheet.scss'

interface Props {
  isOpen: boolean
  onClose: () => void
  /** The person agreed and the server has it: go on with what was refused with `consent-needed`. */
  onAgreed: () => void
}

/** Asked at the moment it is needed, with what was written so far kept behind it. */
export function ConsentSheet({ isOpen, onClose, onAgreed }: Props) {
  const polite = usePolite()
  const [isSending, setIsSending] = useState(false)
  const agree = async () => {
    setIsSending(true)
    try {
      await giveConsent()
      onAgreed()
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsSending(false)
    }
  }
  return (
    <BottomSheet isOpen={isOpen} onClose={onClose} title="先说清楚你的信息怎么用">
      {policyInBrief.map(line => (
        <View key={line} className="consent-sheet__line">
          {polite(line)}
        </View>
      ))}
      <View className="consent-sheet__actions">
        <Button word="同意，接着发" isLoading={isSending} onPress={() => void agree()} />
        <Button word="看全文" look="quiet" onPress={() => go('/pages/privacy/index')} />
      </View>
    </BottomSheet>
  )
}
