import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { PersonaPicker } from '#app/features/people/persona-picker.tsx'
import { StaffTicket } from '#app/features/people/staff-ticket.tsx'
import { deployment } from '#app/platform/deployment'
import { signInWeChat } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { wordsForError } from '#app/words/refusals'
import './sign-in.scss'

function WeChatButton() {
  const [isEntering, setIsEntering] = useState(false)
  const enter = async () => {
    setIsEntering(true)
    try {
      await signInWeChat()
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsEntering(false)
    }
  }
  return <Button word="用微信登录" icon="chat" isLoading={isEntering} onPress={() => void enter()} />
}

function Ticket() {
  return (
    <View className="sign-in__ticket">
      <StaffTicket />
      <View className="sign-in__line">在手机上打开 同创 → 我的 → 电脑登录，扫码或输入上面的短码。</View>
    </View>
  )
}

/** Content came first; this is where a person who wants more says who they are. */
export function SignIn() {
  const isDemo = deployment.identity === 'demo'
  return (
    <View>
      <Card>
        <View className="sign-in__scene" aria-hidden />
        <View className="sign-in__title" role="heading" aria-level={2}>
          {isDemo ? '这是演示城市' : '登录后，能随时看到办理进展'}
        </View>
        <View className="sign-in__line">
          {isDemo ? '挑一个人，看看同一件事在他手里是什么样。里面的人和事都是虚构的。' : '看自己上报的进展、积分，接着办没办完的事。'}
        </View>
        {!isDemo && (deployment.isBrowser ? <Ticket /> : <WeChatButton />)}
      </Card>
      {isDemo && <PersonaPicker />}
    </View>
  )
}
