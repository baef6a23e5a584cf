import { View } from '@tarojs/components'
import type { Fact } from '#contract/quiz-shapes'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import type { Pages } from '#app/platform/use-pages'
import { sourceWords } from '#app/words/quizzes'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './fact-list.scss'

interface Props {
  list: Pages<Fact>
  isNarrowed: boolean
  onClear: () => void
  onQuestions: (fact: Fact) => void
  onSwitch: (fact: Fact) => void
}

/** Facts with where they are written, how many questions hang on each, and the switch for when a law changes. */
export function FactList({ list, isNarrowed, onClear, onQuestions, onSwitch }: Props) {
  if (list.state === 'waiting') return <Skeleton shape="card" count={4} />
  if (list.state === 'failed' && list.rows.length === 0)
    return <ErrorState sentence={wordsForReading(list.error)} action={wayOn(list.error, list.again)} />
  if (list.rows.length === 0) {
    return (
      <EmptyState
        scene="letters"
        sentence={isNarrowed ? '没有找到这样的知识点。' : '还没有知识点。'}
        line={isNarrowed ? '换个说法，或看看别的专题。' : undefined}
        action={isNarrowed ? { word: '看全部', onPress: onClear } : undefined}
      />
    )
  }
  return (
    <View>
      <View className="fact-list">
        {list.rows.map(fact => (
          <FactCard key={fact.factId} fact={fact} onQuestions={() => onQuestions(fact)} onSwitch={() => onSwitch(fact)} />
        ))}
      </View>
      {list.hasMore && (
        <View className="fact-list__more">
          <Button word="再看一些" look="quiet" isLoading={list.isLoadingMore} onPress={() => void list.more()} />
        </View>
      )}
    </View>
  )
}

function FactCard({ fact, onQuestions, onSwitch }: { fact: Fact; onQuestions: () => void; onSwitch: () => void }) {
  const { statement, topic, scope, version, reviewBy, questionCount, isSuspended } = fact
  return (
    <View className="fact-card">
      <View className="fact-card__head">
        <View className="fact-card__topic">{topic}</View>
        {isSuspended && <StateChip word="停用" tone="bad" icon="pause" />}
      </View>
      <View className="fact-card__statement">{statement}</View>
      <View className="fact-card__line">{sourceWords(fact)}</View>
      <View className="fact-card__line">{`${scope.replace(/^地方:/, '')} · ${version} 版 · ${reviewBy} 前再核对`}</View>
      <View className="fact-card__acts">
        {questionCount > 0 ? (
          <Button word={`看 ${questionCount} 道题`} icon="quiz" look="quiet" isNarrow onPress={onQuestions} />
        ) : (
          <View className="fact-card__line">还没有题</View>
        )}
        <Button
          word={isSuspended ? '恢复' : '停用'}
          icon={isSuspended ? 'undo' : 'pause'}
          look={isSuspended ? 'primary' : 'quiet'}
          isNarrow
          onPress={onSwitch}
        />
      </View>
    </View>
  )
}
