import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { Section } from '#app/components/section.tsx'
import { call } from '#app/platform/call-operation'
import { forgetSession, signOut } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { wordsForError } from '#app/words/refusals'
import './leave-part.scss'

const ONLY_HERE = '这台设备已退出。没连上网，再登录时点一次“所有设备都退出”更稳妥。'

/** Leaving this device, or all of them: a lost phone and a shared desktop are shut out at once. */
export function LeavePart() {
  const [isAsking, setIsAsking] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const leave = async () => {
    setIsBusy(true)
    const hasEnded = await signOut()
    setIsBusy(false)
    if (!hasEnded) toast(ONLY_HERE)
  }
  const leaveEverywhere = async () => {
    setIsBusy(true)
    try {
      await call.people.signOutEverywhere({})
      forgetSession()
      toast('所有设备都已退出。')
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsBusy(false)
      setIsAsking(false)
    }
  }
  return (
    <Section title="离开">
      <View className="leave-part">
        <Button word="退出登录" look="quiet" isLoading={isBusy && !isAsking} onPress={() => void leave()} />
        <Button word="所有设备都退出" look="quiet" onPress={() => setIsAsking(true)} />
      </View>
      <ConfirmDialog
        isOpen={isAsking}
        title="所有设备都退出？"
        sentence="手机丢了，或者在别人的电脑上登录过，就点这里。这台设备也会退出，写了一半的都还在。"
        confirmWord="都退出"
        isLoading={isBusy}
        onConfirm={() => void leaveEverywhere()}
        onClose={() => setIsAsking(false)}
      />
    </Section>
  )
}
