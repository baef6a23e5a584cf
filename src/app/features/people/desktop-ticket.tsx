import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { call } from '#app/platform/call-operation'
import { Refused } from '#app/platform/refused'
import { enterSession } from '#app/platform/session'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'

const ASK_EVERY_MILLISECONDS = 2_000

/** Asks until the phone has said yes; a code that is too old is replaced. */
function useClaim(ticket: { ticket: string; secret: string } | undefined, onExpired: () => void) {
  useEffect(() => {
    if (!ticket) return
    const timer = setInterval(() => {
      call.people
        .claimDesktopSignIn({ ticket: ticket.ticket, secret: ticket.secret })
        .then(({ session }) => session && enterSession(session))
        .catch((error: unknown) => {
          if (error instanceof Refused && error.code === 'ticket-expired') onExpired()
        })
    }, ASK_EVERY_MILLISECONDS)
    return () => clearInterval(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new ticket is a new round of asking
  }, [ticket?.ticket])
}

/** A code on the desktop that a signed-in phone confirms. */
export function DesktopTicket() {
  const ticket = useAsked(() => call.people.startDesktopSignIn({}), [])
  useClaim(ticket.value, () => void ticket.again())
  if (ticket.state === 'waiting') return <Skeleton shape="card" />
  if (!ticket.value)
    return <ErrorState sentence={wordsForError(ticket.error)} action={{ word: '再试一次', onPress: () => void ticket.again() }} />
  return (
    <View className="desktop-ticket">
      <View className="desktop-ticket__code">
        <Picture address={`data:image/svg+xml;utf8,${encodeURIComponent(ticket.value.qrSvg)}`} label="登录用的二维码" />
      </View>
      <View className="desktop-ticket__short">{ticket.value.shortCode}</View>
      <View className="desktop-ticket__line">在手机上打开 同创 → 我的 → 电脑登录，扫码或输入上面的短码。三分钟内有效。</View>
      <Button word="换一个码" look="quiet" icon="refresh" isNarrow onPress={() => void ticket.again()} />
    </View>
  )
}
