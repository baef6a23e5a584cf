import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Card } from '#app/components/card.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { StaffTicket } from '#app/features/people/staff-ticket.tsx'
import { staffPersonas } from '#app/features/people/staff-persona-rules'
import { staffPaths } from '#app/platform/staff-paths'
import { deployment } from '#app/platform/deployment'
import { replace } from '#app/platform/navigation'
import { signInDemo, usePerson } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { personaWords } from '#app/words/people'
import { wordsForError } from '#app/words/refusals'
import './index.scss'

/** Staff at a desk: the phone that is signed in already says yes to the desktop. */
export default function SignInPage() {
  const isStaff = (usePerson()?.grants.length ?? 0) > 0
  useEffect(() => {
    if (isStaff) replace(staffPaths.work)
  }, [isStaff])
  return (
    <Screen title="工作人员登录">
      <Card>
        <View className="staff-sign-in__line">在手机上打开“我的”里的“电脑登录”，扫码或输入短码。</View>
        <StaffTicket />
      </Card>
      {deployment.identity === 'demo' && (
        <Section title="演示：挑一个身份">
          <ListGroup>
            {staffPersonas.map(persona => (
              <ListRow
                key={persona}
                title={personaWords[persona].name}
                line={personaWords[persona].line}
                onPress={() => void signInDemo(persona).catch((error: unknown) => toast(wordsForError(error)))}
              />
            ))}
          </ListGroup>
        </Section>
      )}
    </Screen>
  )
}
