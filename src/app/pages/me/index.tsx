import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Person } from '#contract/people'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import type { IconName } from '#app/components/icon-names'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { WORKBENCH_PATH } from '#app/components/side-bar.tsx'
import { ACTIVITIES_PATH, volunteeringRoles } from '#app/features/organising/organising-role-rules'
import { ConfirmDesktopSheet } from '#app/features/people/confirm-desktop-sheet.tsx'
import { InvitationSheet } from '#app/features/people/invitation-sheet.tsx'
import { MyData } from '#app/features/people/my-data.tsx'
import { PersonCard } from '#app/features/people/person-card.tsx'
import { PersonaPicker } from '#app/features/people/persona-picker.tsx'
import { SignIn } from '#app/features/people/sign-in.tsx'
import { TextSettings } from '#app/features/people/text-settings.tsx'
import { useFieldwork } from '#app/features/fielding/use-fieldwork'
import { PointsCard } from '#app/features/points/points-card.tsx'
import { surveysCity, WAVES_PATH } from '#app/features/awareness/awareness-role-rules'
import { BANK_PATH, keepsBank, PLANNED_CONTESTS_PATH } from '#app/features/question-bank/bank-role-rules'
import { SHELF_PATH } from '#app/features/rewards/paths'
import { keepsBooks, keepsShelf, POINTS_OFFICE_PATH, REWARD_DESK_PATH } from '#app/features/rewards/shelf-role-rules'
import { SERVICE_PATH } from '#app/features/volunteering/paths'
import { deployment } from '#app/platform/deployment'
import { go, goAgain, useArrival } from '#app/platform/navigation'
import { signOut, usePerson } from '#app/platform/session'
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

/** What the roles of somebody open; the pages and the server look again. */
function workOf(grants: Person['grants']): { icon: IconName; title: string; line: string; path: string }[] {
  const { isStaff } = volunteeringRoles(grants)
  return [
    { icon: 'briefcase' as const, title: '工作台', line: '等你处理的案件', path: WORKBENCH_PATH, isMine: grants.length > 0 },
    { icon: 'volunteer' as const, title: '志愿活动', line: '建活动、审核、现场台、认定时长', path: ACTIVITIES_PATH, isMine: isStaff },
    { icon: 'gift' as const, title: '积分超市管理', line: '交付、备货、奖品和库存', path: REWARD_DESK_PATH, isMine: keepsShelf(grants) },
    { icon: 'quiz' as const, title: '题库', line: '写题、审题、停用知识点', path: BANK_PATH, isMine: keepsBank(grants) },
    { icon: 'medal' as const, title: '办知识竞赛', line: '写方案、发布、看成绩', path: PLANNED_CONTESTS_PATH, isMine: keepsBank(grants) },
    { icon: 'people' as const, title: '知晓率调查', line: '抽样、发链接、看报告', path: WAVES_PATH, isMine: surveysCity(grants) },
    { icon: 'points' as const, title: '积分账', line: '总账、规则、更正、查账', path: POINTS_OFFICE_PATH, isMine: keepsBooks(grants) }
  ].filter(({ isMine }) => isMine)
}

/** Work of roles, and of an interviewer, who needs none. */
function MyWork({ personId, grants }: Pick<Person, 'personId' | 'grants'>) {
  const fieldwork = useFieldwork(personId)
  const interviews = { icon: 'people' as const, title: '访问员', line: fieldwork ?? '', path: staffPaths.interview }
  const work = [...workOf(grants), ...(fieldwork === undefined ? [] : [interviews])]
  if (work.length === 0) return null
  return (
    <Section title="我的工作">
      <ListGroup>
        {work.map(({ icon, title, line, path }) => (
          <ListRow key={path} icon={icon} title={title} line={line} onPress={() => go(path)} />
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
      <Section title="离开">
        <Button word="退出登录" look="quiet" onPress={signOut} />
      </Section>
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
