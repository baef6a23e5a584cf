import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Screen } from '#app/components/screen.tsx'
import { giveConsent, hasConsented } from '#app/features/people/give-consent'
import { usePerson } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { usePolite } from '#app/platform/use-polite'
import { policySections, policyVersion } from '#app/words/privacy'
import { wordsForError } from '#app/words/refusals'
import './index.scss'

function AgreeButton() {
  const [isSending, setIsSending] = useState(false)
  const agree = async () => {
    setIsSending(true)
    try {
      await giveConsent()
      toast('已记下你的同意')
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsSending(false)
    }
  }
  return <Button word="我看过了，同意" isLoading={isSending} onPress={() => void agree()} />
}

export default function PrivacyPage() {
  const polite = usePolite()
  const person = usePerson()
  const isAgreed = person !== undefined && hasConsented(person)
  return (
    <Screen title="隐私与同意" footer={person && !isAgreed ? <AgreeButton /> : undefined}>
      {isAgreed && (
        <Notice tone="good" icon="done">
          你已同意这一版说明。不想继续用了，可以在“我的”里注销账号。
        </Notice>
      )}
      {policySections.map(({ title, lines }) => (
        <View key={title} className="privacy__section">
          <View className="privacy__title" role="heading" aria-level={2}>
            {polite(title)}
          </View>
          <Card>
            {lines.map(line => (
              <View key={line} className="privacy__line">
                {polite(line)}
              </View>
            ))}
          </Card>
        </View>
      ))}
      <View className="privacy__version">版本 {policyVersion}</View>
    </Screen>
  )
}
