import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { monthWords } from '#app/words/city-day'
import { call } from '#app/platform/call-operation'
import { usePerson } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError, wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './board-view.scss'

type Board = Awaited<ReturnType<typeof call.points.getCommunityBoard>>

function Rows({ board }: { board: Board }) {
  if (board.rows.length === 0)
    return <EmptyState scene="lantern" sentence="这个月还没有人上榜" line="愿意上榜的邻居，办好一件事、服务一次就会出现。" />
  return (
    <View className="board" role="list">
      {board.rows.map(row => (
        <View key={`${row.rank}-${row.maskedName}`} className={`board__row${row.isMe ? ' board__row--me' : ''}`} role="listitem">
          <Text className="board__rank">{row.rank}</Text>
          <Text className="board__name">{row.isMe ? `${row.maskedName}（我）` : row.maskedName}</Text>
          <Text className="board__number">{row.contribution} 分</Text>
        </View>
      ))}
    </View>
  )
}

function Choice({ board, communityId, onChange }: { board: Board; communityId: string; onChange: () => Promise<unknown> }) {
  const [isSending, setIsSending] = useState(false)
  const toggle = async () => {
    setIsSending(true)
    try {
      await call.points.chooseBoard({ communityId, isShown: !board.isShown })
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      await onChange()
      setIsSending(false)
    }
  }
  return (
    <ListGroup>
      <ListRow
        icon="eye"
        title="让我上榜"
        line="名字会遮住一部分，随时可以关"
        role="switch"
        isSelected={board.isShown}
        end={<SwitchMark isOn={board.isShown} />}
        {...(!isSending && { onPress: () => void toggle() })}
      />
    </ListGroup>
  )
}

/** What neighbours who chose to be shown contributed this month: verified work only, never by speed. */
export function BoardView({ communityId, onChoosePlace }: { communityId: string | undefined; onChoosePlace: () => void }) {
  const person = usePerson()
  const asked = useAsked(
    async () => (communityId ? call.points.getCommunityBoard({ communityId }) : undefined),
    [communityId, person?.personId]
  )
  const board = asked.value
  return (
    <View>
      {!communityId && <EmptyState scene="street" sentence="先选你的社区" action={{ word: '选社区', onPress: onChoosePlace }} />}
      {communityId && !board && asked.state === 'waiting' && <Skeleton shape="rows" count={5} />}
      {asked.state === 'failed' && <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />}
      {communityId && board && (
        <Section title={`${board.communityName} · ${monthWords(board.month)}`} action={{ word: '换社区', onPress: onChoosePlace }}>
          <Rows board={board} />
          {board.mine && (
            <Card className="board__mine">
              {board.mine.contribution > 0 ? `我这个月 ${board.mine.contribution} 分，第 ${board.mine.rank} 位` : '我这个月还没有得分'}
            </Card>
          )}
          {person && <Choice board={board} communityId={communityId} onChange={asked.again} />}
          <View className="board__note">只算核实过的：解决了的上报、认定了的服务时长。答题和速度不算。</View>
        </Section>
      )}
    </View>
  )
}
