import { Text, View } from '@tarojs/components'
import { ErrorState } from '#app/components/error-state.tsx'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Pressable } from '#app/components/pressable.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { quickCategories } from '#app/features/reports/category-search-rules'
import type { ReportForm } from '#app/features/reports/use-report-form'
import { wordsForError } from '#app/words/refusals'
import { iconForCategory } from '#app/words/report-states'
import './category-part.scss'

interface TileProps {
  name: string
  icon: IconName
  isChosen: boolean
  label?: string
  onPress: () => void
}

function Tile({ name, icon, isChosen, label, onPress }: TileProps) {
  return (
    <Pressable
      className={`category-part__tile${isChosen ? ' category-part__tile--chosen' : ''}`}
      isSelected={isChosen}
      label={label ?? name}
      onPress={onPress}
    >
      <View className="category-part__inside">
        <Icon name={isChosen ? 'done' : icon} size={26} />
        <Text className="category-part__name">{name}</Text>
      </View>
    </Pressable>
  )
}

/** The five that most reports are, and one door to all the others. */
export function CategoryPart({ form, onAll }: { form: ReportForm; onAll: () => void }) {
  const { categories, draft } = form
  if (!categories && form.categoriesError)
    return (
      <ErrorState
        sentence={wordsForError(form.categoriesError)}
        {...(draft.category && { kept: '类别已经选好，可以先写别的。' })}
        action={{ word: '再试一次', onPress: () => void form.askCategories() }}
      />
    )
  if (!categories) return <Skeleton shape="buttons" />
  const quick = quickCategories(categories)
  const chosen = categories.find(category => category.code === draft.category?.code)
  const isOther = chosen !== undefined && !quick.includes(chosen)
  return (
    <View className="category-part">
      {quick.map(category => (
        <Tile
          key={category.code}
          name={category.name}
          icon={iconForCategory(category)}
          isChosen={category === chosen}
          onPress={() => form.change.category({ code: category.code, name: category.name, needsPhoto: category.needsPhoto })}
        />
      ))}
      <Tile
        name={isOther ? chosen.name : '别的类别'}
        icon="search"
        isChosen={isOther}
        label={isOther ? `${chosen.name}，换一类` : '别的类别'}
        onPress={onAll}
      />
    </View>
  )
}
