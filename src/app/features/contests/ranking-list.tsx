import { Text, View } from '@tarojs/components'
import type { RankedParticipant } from '#contract/quizzes-contests'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import type { Ranking } from '#app/features/contests/use-ranking'
import { usePolite } from '#app/platform/use-polite'
import { tookWords } from '#app/words/contests'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './ranking-list.scss'

function Place({ rank, maskedName, score, seconds, isMe }: RankedParticipant) {
  const polite = usePolite()
  return (
    <View className={`ranking-list__row${isMe ? ' ranking-list__row--me' : ''}`} role="listitem">
      <Text className="ranking-list__rank">{rank}</Text>
      <View className="ranking-list__words">
        <View className="ranking-list__name">{isMe ? `${maskedName}（${polite('你')}）` : maskedName}</View>
        <View className="ranking-list__line">{`用时 ${tookWords(seconds)}`}</View>
      </View>
      <Text className="ranking-list__score">{`${score} 题`}</Text>
    </View>
  )
}

/** My place first, then everybody who chose to be shown, by score and then by time. */
export function RankingList({ list, mine }: Ranking) {
  const polite = usePolite()
  if (list.state === 'waiting') return <Skeleton shape="rows" count={5} />
  if (list.state === 'failed' && list.rows.length === 0)
    return <ErrorState sentence={wordsForReading(list.error)} action={wayOn(list.error, list.again)} />
  return (
    <View>
      {mine && (
        <View className="ranking-list__mine">
          <View className="ranking-list__place" role="heading" aria-level={2}>
            {polite(`你是第 ${mine.rank} 名`)}
          </View>
          <View className="ranking-list__line">{`答对 ${mine.score} 题，用时 ${tookWords(mine.seconds)}，一共 ${list.totalCount ?? 0} 人参加`}</View>
        </View>
      )}
      {!mine && list.totalCount !== undefined && <View className="ranking-list__count">{`一共 ${list.totalCount} 人参加`}</View>}
      {list.rows.length === 0 ? (
        <EmptyState scene="bench" sentence="还没有人愿意显示在排名里" line="名次是按所有参加的人排的，只是名字不显示。" />
      ) : (
        <View className="ranking-list" role="list">
          {list.rows.map(row => (
            <Place key={row.rowId} {...row} />
          ))}
        </View>
      )}
      {list.hasMore && <Button word="再看一些" look="quiet" isLoading={list.isLoadingMore} onPress={() => void list.more()} />}
    </View>
  )
}
