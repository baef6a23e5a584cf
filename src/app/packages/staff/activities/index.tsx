import { ScrollView, View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { ManagedList } from '#app/features/organising/managed-list.tsx'
import { managedTabs, tabOf, type ManagedTab } from '#app/features/organising/managed-list-rules'
import { useManagedActivities, type ManagedActivities } from '#app/features/organising/use-managed-activities'
import { volunteeringRoles, type VolunteeringRoles } from '#app/features/organising/organising-role-rules'
import { ActivityPane } from '#app/packages/staff/activities/activity-pane.tsx'
import { useListKeys } from '#app/packages/staff/activities/use-list-keys'
import { VolunteeringLinks } from '#app/packages/staff/activities/volunteering-links.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { deployment } from '#app/platform/deployment'
import { keepInAddress } from '#app/platform/keep-in-address'
import { go, replace, useParams } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useIsWide } from '#app/platform/use-is-wide'
import { activityStateWords } from '#app/words/organising'
import './index.scss'

const tabWords = managedTabs.map(value => ({ value, word: value === 'all' ? '全部' : activityStateWords[value].word }))

/** 志愿活动: what one organises or reviews; on a desktop the chosen one beside the list, on a phone on its own. */
export default function ActivitiesPage() {
  const roles = volunteeringRoles(usePerson()?.grants ?? [])
  const { activity } = useParams()
  const isWide = useIsWide()
  if (!roles.isStaff) {
    return (
      <Screen title="志愿活动">
        <ErrorState
          sentence="这里由活动组织者和审核的人来管，你现在的身份看不到。"
          action={{ word: '工作人员登录', onPress: () => (deployment.isBrowser ? replace(staffPaths.signIn) : go('/pages/me/index')) }}
        />
      </Screen>
    )
  }
  if (activity && !isWide) return <ActivityPane activityId={activity} onChanged={() => undefined} isWhole />
  return <ActivityDesk openFirst={activity} roles={roles} />
}

function ActivityDesk({ openFirst, roles }: { openFirst?: string; roles: VolunteeringRoles }) {
  const isWide = useIsWide()
  const [tab, setTab] = useState<ManagedTab>(tabOf(useParams().tab))
  const [openId, setOpenId] = useState(openFirst)
  const [hasSheet, setHasSheet] = useState(false)
  const list = useManagedActivities(tab, roles)
  useEffect(
    () => keepInAddress(staffPaths.activities, { ...(tab !== 'all' && { tab }), ...(openId && { activity: openId }) }),
    [tab, openId]
  )
  const open = (activityId: string) => (isWide ? setOpenId(activityId) : go(staffPaths.activities, { activity: activityId }))
  const create = roles.isOrganiser ? () => go(staffPaths.activityForm) : undefined
  useListKeys(list.cards, openId, { onNew: create, onClose: () => setOpenId(undefined), hasSheet })

  const cards = (
    <ManagedList
      list={list}
      roles={roles}
      openId={isWide ? openId : undefined}
      onOpen={open}
      onNew={tab === 'all' || tab === 'draft' ? create : undefined}
    />
  )
  const newButton = create && <Button word="建活动" icon="plus" keyWord="N" onPress={create} />
  return (
    <Screen title="志愿活动" width="wide" end={<VolunteeringLinks />} footer={isWide ? undefined : newButton}>
      <Segmented label="看哪些活动" options={tabWords} value={tab} onChange={setTab} />
      {isWide ? (
        <WidePanes list={list} openId={openId} cards={cards} newButton={newButton} onSheet={setHasSheet} />
      ) : (
        <View className="activities__cards">{cards}</View>
      )}
    </Screen>
  )
}

interface PanesProps {
  list: ManagedActivities
  openId?: string
  cards: ReactNode
  newButton?: ReactNode
  onSheet: (isOpen: boolean) => void
}

function WidePanes({ list, openId, cards, newButton, onSheet }: PanesProps) {
  return (
    <View className="activities">
      <View className="activities__list">
        {newButton && <View className="activities__new">{newButton}</View>}
        <ScrollView className="activities__scroll" scrollY>
          {cards}
        </ScrollView>
      </View>
      <View className="activities__open">
        {openId ? (
          <ActivityPane key={openId} activityId={openId} onChanged={() => void list.again()} onSheet={onSheet} />
        ) : (
          <EmptyState scene="bench" sentence="从左边选一个看看。" line="↑ ↓ 选，Enter 打开，按钮上的字母直接办" />
        )}
      </View>
    </View>
  )
}
