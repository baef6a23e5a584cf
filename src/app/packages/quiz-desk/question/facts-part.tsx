import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Icon } from '#app/components/icon.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { FACTS_MAX } from '#app/features/question-bank/question-fault-rules'
import type { FormFact } from '#app/features/question-bank/question-form-rules'
import { useNamedFacts } from '#app/features/question-bank/use-named-facts'
import { useSettled } from '#app/packages/quiz-desk/bank/use-settled'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { sourceWords } from '#app/words/quizzes'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './facts-part.scss'

interface Props {
  facts: readonly FormFact[]
  onChange: (facts: readonly FormFact[]) => void
}

/** The facts a question hangs on; the first gives it its topic and source. */
export function FactsPart({ facts: given, onChange }: Props) {
  const unnamed = given.filter(({ statement }) => statement === '').map(({ factId }) => factId)
  const named = useNamedFacts(unnamed, given[0]?.topic)
  const facts = given.map(fact => (fact.statement === '' ? (named.get(fact.factId) ?? fact) : fact))
  const [isPicking, setIsPicking] = useState(false)
  const pick = (fact: FormFact) => {
    onChange([...facts, fact])
    setIsPicking(false)
  }
  return (
    <View>
      {facts.map((fact, place) => (
        <View key={fact.factId} className="facts-part__fact">
          <View className="facts-part__words">
            <View className="facts-part__statement">{fact.statement || `知识点 ${fact.factId}`}</View>
            <View className="facts-part__line">
              {[place === 0 && fact.topic, fact.law && sourceWords(fact)].filter(Boolean).join(' · ')}
            </View>
          </View>
          <Pressable
            className="facts-part__remove"
            label={`去掉知识点：${fact.statement || fact.factId}`}
            onPress={() => onChange(facts.filter(({ factId }) => factId !== fact.factId))}
          >
            <Icon name="close" size={18} />
          </Pressable>
        </View>
      ))}
      {facts.length < FACTS_MAX && (
        <Button
          word={facts.length === 0 ? '选一个知识点' : '再加一个'}
          icon={facts.length === 0 ? 'search' : 'plus'}
          look="quiet"
          isNarrow
          onPress={() => setIsPicking(true)}
        />
      )}
      {isPicking && <FactPicker chosen={facts.map(({ factId }) => factId)} onPick={pick} onClose={() => setIsPicking(false)} />}
    </View>
  )
}

const WORDS_LENGTH_MAX = 40

interface PickerProps {
  chosen: readonly string[]
  onPick: (fact: FormFact) => void
  onClose: () => void
}

function FactPicker({ chosen, onPick, onClose }: PickerProps) {
  const [typed, setTyped] = useState('')
  const words = useSettled({ words: typed }).words.trim().slice(0, WORDS_LENGTH_MAX)
  const asked = useAsked(() => call.quizzes.listFacts(words ? { words } : {}), [words])
  const facts = (asked.value?.facts ?? []).filter(({ factId, isSuspended }) => !isSuspended && !chosen.includes(factId))
  return (
    <BottomSheet isOpen onClose={onClose} title="选知识点">
      <View className="facts-part__search">
        <SearchField value={typed} onChange={setTyped} label="找知识点" placeholder="内容或法律名里的字" />
      </View>
      {asked.state === 'waiting' && <Skeleton shape="rows" count={4} />}
      {asked.state === 'failed' && <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />}
      {asked.state === 'there' && facts.length === 0 && <EmptyState scene="letters" sentence="没有找到，换个字试试。" />}
      {asked.state === 'there' && facts.length > 0 && (
        <View className="facts-part__rows">
          <ListGroup>
            {facts.map(fact => (
              <ListRow
                key={fact.factId}
                title={fact.statement}
                line={`${fact.topic} · ${sourceWords(fact)}`}
                onPress={() => onPick(fact)}
              />
            ))}
          </ListGroup>
          {asked.value?.nextCursor && <View className="facts-part__more">还有更多，写几个字找得快些。</View>}
        </View>
      )}
    </BottomSheet>
  )
}
