import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { Category } from '#contract/report-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { groupCategories, searchCategories } from '#app/features/reports/category-search-rules'
import { iconForCategory, iconForGroup } from '#app/words/report-states'
import './category-sheet.scss'

/** A kind nobody can name goes to a reviewer, who can. */
const UNSURE_CODE = '9999'

interface Props {
  isOpen: boolean
  onClose: () => void
  categories: readonly Category[]
  chosenCode?: string
  onChoose: (category: Category) => void
}

interface ChipProps {
  category: Category
  isChosen: boolean
  isIconShown?: boolean
  onPress: () => void
}

function CategoryChip({ category, isChosen, isIconShown, onPress }: ChipProps) {
  return (
    <Pressable className={`category-sheet__chip${isChosen ? ' category-sheet__chip--chosen' : ''}`} isSelected={isChosen} onPress={onPress}>
      <View className="category-sheet__inside">
        {isIconShown && <Icon name={iconForCategory(category)} size={20} />}
        <Text>{category.name}</Text>
      </View>
    </Pressable>
  )
}

/** All categories by group, and a search that takes words, pinyin and initials. */
export function CategorySheet({ isOpen, onClose, categories, chosenCode, onChoose }: Props) {
  const [word, setWord] = useState('')
  const groups = useMemo(() => groupCategories(categories), [categories])
  const found = useMemo(() => searchCategories(categories, word), [categories, word])
  const choose = (category: Category) => {
    onChoose(category)
    setWord('')
    onClose()
  }
  const chip = (category: Category, isIconShown = false) => (
    <CategoryChip
      key={category.code}
      category={category}
      isChosen={category.code === chosenCode}
      isIconShown={isIconShown}
      onPress={() => choose(category)}
    />
  )
  const unsure = categories.find(category => category.code === UNSURE_CODE)
  return (
    <BottomSheet isOpen={isOpen} onClose={onClose} title="是哪一类">
      <SearchField
        value={word}
        onChange={setWord}
        label="搜类别"
        placeholder="路灯、ludeng 或 ld"
        onSubmit={() => found[0] && choose(found[0])}
      />
      <View className="category-sheet__list">
        {word.trim() !== '' && found.length > 0 && <View className="category-sheet__chips">{found.map(one => chip(one, true))}</View>}
        {word.trim() !== '' && found.length === 0 && (
          <EmptyState
            scene="lantern"
            sentence={`没有叫“${word.trim()}”的类别`}
            line="换个说法，或者先选“其他”，社区来分。"
            {...(unsure && { action: { word: '选“其他”', onPress: () => choose(unsure), isQuiet: true } })}
          />
        )}
        {word.trim() === '' &&
          groups.map(group => (
            <View key={group.groupCode} className="category-sheet__group">
              <View className="category-sheet__head" role="heading" aria-level={3}>
                <Icon name={iconForGroup(group.groupCode)} size={20} />
                <Text>{group.groupName}</Text>
              </View>
              <View className="category-sheet__chips">{group.categories.map(one => chip(one))}</View>
            </View>
          ))}
      </View>
    </BottomSheet>
  )
}
