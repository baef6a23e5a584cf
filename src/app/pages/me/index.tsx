import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Person } from '#contract/people'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { doorsOf } from '#app/components/staff-doors'
import { ConfirmDesktopSheet } from '#app/features/people/confirm-desktop-sheet.tsx'
import { InvitationSheet } from '#app/features/people/invitation-sheet.tsx'
import { LeavePart } from '#app/features/people/leave-part.tsx'
import { MyData } from '#app/features/people/my-data.tsx'
import { PersonCard } from '#app/features/people/person-card.tsx'
import { PersonaPicker } from '#app/features/people/persona-picker.tsx'
import { SignIn } from '#app/features/people/sign-in.tsx'
import { TextSettings } from '#app/features/people/text-settings.tsx'
import { useFieldwork } from '#app/features/fielding/use-fieldwork'
import { PointsCard } from '#app/features/points/points-card.tsx'
import { SHELF_PATH } from '#app/features/rewards/paths'
import { SERVICE_PATH } from '#app/features/volunteering/paths'
import { deployment } from '#app/platform/deployment'
import { go, goAgain, useArrival } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { staffPaths } from '#app/platform/staff-paths'
import './index.scss'

type Sheet = 'desktop' | 'invitation' | 'persona'

function MyThings({ open }: { open: (sheet: Sheet) => void }) {
  return (
    <ListGroup>
      <ListRow icon="flag" title="我的上报" line="进展、补充、评价" onPress={() => go('/pages/my-reports/index')} />
      <ListRow icon="volunteer" title="我的志愿服务" line="时长、证明、时段" onPress={() => go(SERVICE_PATH)} />
      <ListRow icon="gift" title="积分超市" line="用积分换社区准备的小礼物" onPress={() => go(SHELF_PATH)} />
      <ListRow icon="desktop" title="电脑登录" line="扫码或输短码，让电脑也登上" onPress={() => open('desktop')} />
      <ListRow icon="lock" title="输入邀请码" line="单位给了你一个码，请你来做工作人员" onPress={() => open('invitation')} />
      {deployment.identity === 'demo' && (
        <ListRow icon="people" title="换个身份" line="演示城市里的另一个人" onPress={() => open('persona')} />
      )}
    </ListGroup>
  )
}

/** Work of roles, and of an interviewer, who needs none. */
function MyWork({ personId, grants }: Pick<Person, 'personId' | 'grants'>) {
  const fieldwork = useFieldwork(personId)
  const interviews = { icon: 'people' as const, word: '访问员', line: fieldwork ?? '', path: staffPaths.interview }
  const work = [...doorsOf(grants), ...(fieldwork === undefined ? [] : [interviews])]
  if (work.length === 0) return null
  return (
    <Section title="我的工作">
      <ListGroup>
        {work.map(({ icon, word, line, path }) => (
          <ListRow key={path} icon={icon} title={word} line={line} onPress={() => go(path)} />
        ))}
      </ListGroup>
    </Section>
  )
}

function SignedIn({ person }: { person: Person }) {
  const [sheet, setSheet] = useState<Sheet | undefined>(undefined)
  const close = () => setSheet(undefined)
  return (
    <View className="me">
      <PersonCard key={person.personId} person={person} />
      <PointsCard key={`points-${person.personId}`} />
      <MyThings open={setSheet} />
      <MyWork key={`work-${person.personId}`} personId={person.personId} grants={person.grants} />
      <TextSettings />
      <MyData />
      <LeavePart />
      <ConfirmDesktopSheet isOpen={sheet === 'desktop'} onClose={close} />
      <InvitationSheet isOpen={sheet === 'invitation'} onClose={close} />
      <BottomSheet isOpen={sheet === 'persona'} onClose={close} title="换个身份">
        <PersonaPicker onDone={close} />
      </BottomSheet>
    </View>
  )
}

/** Whoever was sent here to sign in is brought back to where they were. */
function useWayBack(person: Person | undefined) {
  const arrival = useArrival('/pages/me/index')
  const from = useRef<string | undefined>(undefined)
  useEffect(() => {
    from.current = arrival?.from
  }, [arrival])
  const isSignedIn = person !== undefined
  useEffect(() => {
    if (isSignedIn && from.current) goAgain(from.current)
    from.current = undefined
  }, [isSignedIn])
}

export default function MePage() {
  const person = usePerson()
  useWayBack(person)
  return (
    <Screen title="我的" tab="/pages/me/index">
      {person ? (
        <SignedIn person={person} />
      ) : (
        <View>
          <SignIn />
          <TextSettings />
          <Section title="你的信息归你">
            <ListGroup>
              <ListRow icon="shield" title="隐私与同意" line="收什么、给谁看、留多久" onPress={() => go('/pages/privacy/index')} />
            </ListGroup>
          </Section>
        </View>
      )}
    </Screen>
  )
}
