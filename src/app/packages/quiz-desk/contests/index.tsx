import { ScrollView, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { plannedCardId, PlannedList } from '#app/features/contest-desk/planned-list.tsx'
import { keepsBank } from '#app/features/question-bank/bank-role-rules'
import { ContestPane } from '#app/packages/quiz-desk/contest/contest-pane.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { usePageIsShown } from '#app/packages/quiz-desk/question/use-page-is-shown'
import { stepFocus } from '#app/platform/step-focus'
import { call } from '#app/platform/call-operation'
import { deployment } from '#app/platform/deployment'
import { keepInAddress } from '#app/platform/keep-in-address'
import { useKeys } from '#app/platform/keyboard'
import { go, replace, useParams, useReachEnd } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useIsWide } from '#app/platform/use-is-wide'
import { useNow } from '#app/platform/use-now'
import { usePages } from '#app/platform/use-pages'
import './index.scss'

/** 知识竞赛 as the office plans them; on a desktop the chosen one beside the list, on a phone on its own page. */
export default function PlannedContestsPage() {
  if (keepsBank(usePerson()?.grants ?? [])) return <ContestDesk />
  return (
    <Screen title="知识竞赛">
      <ErrorState
        sentence="竞赛由编辑来办，你现在的身份看不到。"
        action={{ word: '换个身份登录', onPress: () => (deployment.isBrowser ? replace(staffPaths.signIn) : go('/pages/me/index')) }}
      />
    </Screen>
  )
}

async function read(cursor?: string) {
  const { planned, nextCursor } = await call.quizzes.listPlannedContests({ ...(cursor && { cursor }) })
  return { rows: planned, nextCursor }
}

const create = () => go(staffPaths.contest)

function ContestDesk() {
  const isWide = useIsWide()
  const now = useNow()
  const [openId, setOpenId] = useState<string | undefined>(useParams().contest)
  const list = usePages('planned', read, ({ contest }) => contest.contestId)
  useEffect(() => keepInAddress(staffPaths.contests, { ...(openId && { contest: openId }) }), [openId])
  useReachEnd(() => !isWide && void list.more())
  const step = (by: 1 | -1) =>
    stepFocus(
      list.rows.map(({ contest }) => plannedCardId(contest.contestId)),
      openId && plannedCardId(openId),
      by
    )
  const [down, up, close] = [() => step(1), () => step(-1), () => setOpenId(undefined)]
  useKeys({ ArrowDown: down, j: down, ArrowUp: up, k: up, n: create, N: create, Escape: close }, usePageIsShown())
  const open = (contestId: string) => (isWide ? setOpenId(contestId) : go(staffPaths.contest, { contest: contestId }))
  const cards = <PlannedList list={list} now={now} openId={isWide ? openId : undefined} onOpen={open} onNew={create} />
  const newButton = <Button word="办竞赛" icon="plus" keyWord="N" onPress={create} />
  if (!isWide)
    return (
      <Screen title="知识竞赛" footer={newButton}>
        {cards}
      </Screen>
    )
  return (
    <Screen title="知识竞赛" width="wide">
      <View className="contests">
        <View className="contests__list">
          <View className="contests__new">{newButton}</View>
          <ScrollView className="contests__scroll" scrollY lowerThreshold={400} onScrollToLower={() => void list.more()}>
            {cards}
          </ScrollView>
        </View>
        <View className="contests__open">
          {openId ? (
            <ContestPane key={openId} contestId={openId} onChanged={() => void list.again()} />
          ) : (
            <EmptyState scene="bench" sentence="从左边选一场看看。" line="↑ ↓ 选，Enter 打开，按钮上的字母直接办" />
          )}
        </View>
      </View>
    </Screen>
  )
}
