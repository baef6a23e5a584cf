import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import './choice-field.scss'

export interface Choice {
  value: string
  word: string
  /** How deep it stands in a tree, from 0. */
  depth?: number
}

interface Props {
  label: string
  choices: readonly Choice[]
  value?: string
  onChange: (value: string | undefined) => void
  /** Said where nothing is chosen; then nothing may be chosen again. */
  emptyWord?: string
}

/** More than this are searched, not scrolled. */
const SEARCHED_FROM = 12

/** One of a list that unfolds under its field: fields stand in sheets, and a sheet over a sheet confuses thumb and Escape. */
export function ChoiceField({ label, choices, value, onChange, emptyWord }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const [search, setSearch] = useState('')
  const chosen = choices.find(choice => choice.value === value)
  const choose = (next: string | undefined) => {
    onChange(next)
    setIsOpen(false)
    setSearch('')
  }
  const shown = search.trim() ? choices.filter(choice => choice.word.includes(search.trim())) : choices
  return (
    <View className="choice-field">
      <View className="choice-field__label">{label}</View>
      <Pressable
        className="choice-field__box"
        isExpanded={isOpen}
        onPress={() => setIsOpen(!isOpen)}
        label={`${label}：${chosen?.word ?? emptyWord ?? '还没选'}`}
      >
        <Text className={chosen ? 'choice-field__word' : 'choice-field__word choice-field__word--none'}>
          {chosen?.word ?? emptyWord ?? '选一个'}
        </Text>
        <Icon name={isOpen ? 'up' : 'down'} size={18} />
      </Pressable>
      {isOpen && choices.length >= SEARCHED_FROM && (
        <SearchField value={search} onChange={setSearch} label={`在${label}里找`} placeholder="输入名字" />
      )}
      {isOpen && (
        <View className="choice-field__rows" role="radiogroup" aria-label={label}>
          {emptyWord && !search && <ChoiceRow word={emptyWord} isChosen={!chosen} onPress={() => choose(undefined)} />}
          {shown.map(choice => (
            <ChoiceRow
              key={choice.value}
              word={choice.word}
              depth={choice.depth}
              isChosen={choice.value === value}
              onPress={() => choose(choice.value)}
            />
          ))}
        </View>
      )}
    </View>
  )
}

interface RowProps {
  word: string
  depth?: number
  isChosen: boolean
  onPress: () => void
}

function ChoiceRow({ word, depth = 0, isChosen, onPress }: RowProps) {
  return (
    <Pressable
      className={`choice-field__row${isChosen ? ' choice-field__row--chosen' : ''}`}
      role="radio"
      isSelected={isChosen}
      onPress={onPress}
    >
      <View className="choice-field__indent" style={{ width: `${depth * 20}px` }} />
      <Text className="choice-field__row-word">{word}</Text>
      {isChosen && <Icon name="check" size={18} />}
    </Pressable>
  )
}
