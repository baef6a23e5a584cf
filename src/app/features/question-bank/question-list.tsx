import { View } from '@tarojs/components'
import type { QuestionCard } from '#contract/quiz-shapes'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { CardList, ListCard } from '#app/components/list-card.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import type { Pages } from '#app/platform/use-pages'
import { typeWords } from '#app/words/quizzes'
import { poolWords, standingWords } from '#app/words/question-words'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './question-list.scss'

export const questionCardId = (questionId: string) => `question-${questionId}`

interface Props {
  list: Pages<QuestionCard>
  openId?: string
  onOpen: (questionId: string) => void
  empty: { sentence: string; line?: string; action?: { word: string; onPress: () => void } }
}

/** Questions of the bank; its own shape while it comes, a way on when it is empty. */
export function QuestionList({ list, openId, onOpen, empty }: Props) {
  if (list.state === 'waiting') return <Skeleton shape="rows" count={5} />
  if (list.state === 'failed' && list.rows.length === 0)
    return <ErrorState sentence={wordsForReading(list.error)} action={wayOn(list.error, list.again)} />
  if (list.rows.length === 0) return <EmptyState scene="letters" {...empty} />
  return (
    <CardList>
      {list.rows.map(card => (
        <QuestionItem key={card.questionId} card={card} isOpen={card.questionId === openId} onPress={() => onOpen(card.questionId)} />
      ))}
      {list.hasMore && <Button word="再看一些" look="quiet" isLoading={list.isLoadingMore} onPress={() => void list.more()} />}
    </CardList>
  )
}

function QuestionItem({ card, isOpen, onPress }: { card: QuestionCard; isOpen: boolean; onPress: () => void }) {
  const { word, tone, icon } = standingWords(card)
  const about = [card.topic, `第 ${card.version} 版`, card.pool === 'anchor' && poolWords.anchor.word, card.isMine && '我写的']
  return (
    <ListCard id={questionCardId(card.questionId)} className="question-card" isOpen={isOpen} onPress={onPress}>
      <View className="question-card__head">
        <View className="question-card__type">{typeWords[card.type].word}</View>
        {card.isFactSuspended && card.state !== 'retired' ? (
          <StateChip word="知识点停用" tone="bad" icon="pause" />
        ) : (
          <StateChip word={word} tone={tone} icon={icon} />
        )}
      </View>
      <View className="question-card__stem">{card.stem}</View>
      <View className="question-card__line">{about.filter(Boolean).join(' · ')}</View>
      {card.returned && <View className="question-card__note">{`要改：${card.returned.note}`}</View>}
    </ListCard>
  )
}
