import { ScrollView, View } from '@tarojs/components'
import { useState } from 'react'
import type { Person } from '#contract/people'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Screen } from '#app/components/screen.tsx'
import { doorsOf, holdsCases } from '#app/components/staff-doors'
import { emptyFilter } from '#app/features/reports/work-filter-rules'
import { WorkCards } from '#app/features/reports/work-list.tsx'
import { WorkDispatchSheet } from '#app/features/reports/work-dispatch-sheet.tsx'
import { WorkTabs } from '#app/features/reports/work-tabs.tsx'
import { useWorkClock } from '#app/features/reports/use-work-clock'
import { CasePane } from '#app/packages/staff/work/case-pane.tsx'
import { FilterSheet } from '#app/packages/staff/work/filter-sheet.tsx'
import { KeysSheet } from '#app/packages/staff/work/keys-sheet.tsx'
import { useWorkDesk } from '#app/packages/staff/work/use-work-desk'
import { useWorkKeys } from '#app/packages/staff/work/use-work-keys'
import { WorkLinks } from '#app/packages/staff/work/work-links.tsx'
import { WorkToolbar } from '#app/packages/staff/work/work-toolbar.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { useIsWide } from '#app/platform/use-is-wide'
import { deployment } from '#app/platform/deployment'
import { go, replace, useReachEnd } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import './index.scss'

type OpenSheet = 'filter' | 'keys' | 'dispatch'

/** 工作台: the queues of a member of staff; on a desktop the chosen case beside the list. */
export default function WorkPage() {
  const person = usePerson()
  const isStaff = (person?.grants.length ?? 0) > 0
  if (person && isStaff) return holdsCases(person.grants) ? <Workbench /> : <OtherWork grants={person.grants} />
  return (
    <Screen title="工作台">
      <ErrorState
        sentence={person ? '这里是工作人员的地方，你现在的身份没有要办的事。' : '登录后才能看到要办的事。'}
        action={{ word: '工作人员登录', onPress: () => (deployment.isBrowser ? replace(staffPaths.signIn) : go('/pages/me/index')) }}
      />
    </Screen>
  )
}

/** Somebody whose role has no cases finds what it does have. */
function OtherWork({ grants }: Pick<Person, 'grants'>) {
  return (
    <Screen title="工作台">
      <ListGroup>
        {doorsOf(grants).map(({ path, word, line, icon }) => (
          <ListRow key={path} icon={icon} title={word} line={line} onPress={() => go(path)} />
        ))}
      </ListGroup>
    </Screen>
  )
}

function Workbench() {
  const isWide = useIsWide()
  const now = useWorkClock()
  const desk = useWorkDesk()
  const [sheet, setSheet] = useState<OpenSheet | undefined>(undefined)
  const { list, filter, ticked } = desk
  const isDispatcher = usePerson()?.grants.some(({ role }) => role === 'dispatcher') ?? false
  const press = (reportId: string) => {
    if (ticked) desk.tick(reportId)
    else if (isWide) desk.open(reportId)
    else go(staffPaths.case, { reportId })
  }
  useReachEnd(() => !isWide && void list.more())
  useWorkKeys({ desk, isDispatcher, isActive: sheet === undefined, onHelp: () => setSheet('keys') })

  const cards = (
    <WorkCards
      list={list}
      filter={filter}
      now={now}
      openId={isWide ? desk.openId : undefined}
      ticked={ticked}
      onPress={press}
      onClearFilter={() => desk.choose({ ...emptyFilter, tab: filter.tab })}
    />
  )
  const dispatchBar = ticked && (
    <Button word={`派遣选中的 ${ticked.size} 件`} isDisabled={ticked.size === 0} onPress={() => setSheet('dispatch')} />
  )
  const toolbar = <WorkToolbar desk={desk} isDispatcher={isDispatcher} onFilter={() => setSheet('filter')} />
  return (
    <Screen title="工作台" width="wide" end={isWide ? undefined : <WorkLinks />} footer={isWide ? undefined : dispatchBar}>
      <WorkTabs counts={desk.counts.value} tab={filter.tab} onChange={tab => desk.choose({ ...filter, tab })} />
      {isWide ? (
        <View className="workbench">
          <View className="workbench__list">
            {toolbar}
            <ScrollView className="workbench__scroll" scrollY lowerThreshold={400} onScrollToLower={() => void list.more()}>
              {cards}
            </ScrollView>
            {dispatchBar && <View className="workbench__bar">{dispatchBar}</View>}
          </View>
          <View className="workbench__case">
            <CasePane reportId={desk.openId} now={now} onDone={desk.goOn} onOpenCase={desk.open} />
          </View>
        </View>
      ) : (
        <View>
          {toolbar}
          {cards}
        </View>
      )}
      {sheet === 'filter' && <FilterSheet filter={filter} onChange={desk.choose} onClose={() => setSheet(undefined)} />}
      {sheet === 'keys' && <KeysSheet onClose={() => setSheet(undefined)} />}
      {sheet === 'dispatch' && (
        <WorkDispatchSheet
          cards={list.cards.filter(card => ticked?.has(card.reportId))}
          onDispatched={ids => ids.forEach(id => desk.goOn(id, true))}
          onClose={() => {
            setSheet(undefined)
            desk.stopTicking()
          }}
        />
      )}
    </Screen>
  )
}
