import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { timeLeftWords } from '#app/features/people/staff-ticket-rules'
import { call } from '#app/platform/call-operation'
import { Refused } from '#app/platform/refused'
import { enterSession } from '#app/platform/session'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './staff-ticket.scss'

const SECOND = 1000
const ASK_EVERY_SECONDS = 2

/** A code a signed-in phone confirms, with the time it has left; asks every two seconds whether it was. */
export function StaffTicket() {
  const asked = useAsked(() => call.people.startDesktopSignIn({}), [])
  const ticket = asked.value
  const [now, setNow] = useState(() => new Date())
  const [hasEnded, setHasEnded] = useState(false)

  useEffect(() => {
    if (!ticket) return
    setHasEnded(false)
    let seconds = 0
    const timer = setInterval(() => {
      setNow(new Date())
      if (++seconds % ASK_EVERY_SECONDS > 0) return
      call.people
        .claimDesktopSignIn({ ticket: ticket.ticket, secret: ticket.secret })
        .then(({ session }) => session && enterSession(session))
        .catch((error: unknown) => {
          // Anything else is the network, and the next question may get through.
          if (error instanceof Refused && error.code === 'ticket-expired') {
            clearInterval(timer)
            setHasEnded(true)
          }
        })
    }, SECOND)
    return () => clearInterval(timer)
  }, [ticket])

  if (asked.state === 'waiting') return <Skeleton shape="card" />
  if (!ticket) return <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
  const left = hasEnded ? undefined : timeLeftWords(ticket.expiresAt, now)
  return (
    <View className="staff-ticket">
      <View className={`staff-ticket__code${left ? '' : ' staff-ticket__code--ended'}`}>
        <Picture address={`data:image/svg+xml;utf8,${encodeURIComponent(ticket.qrSvg)}`} label="登录用的二维码" />
      </View>
      <View className="staff-ticket__short">{left ? ticket.shortCode : '这个码过期了'}</View>
      <View className="staff-ticket__left" role="timer">
        {left ? `还有 ${left}` : '换一个新的再扫'}
      </View>
      <Button word="换一个码" look={left ? 'quiet' : 'primary'} icon="refresh" isNarrow onPress={() => void asked.again()} />
    </View>
  )
}
