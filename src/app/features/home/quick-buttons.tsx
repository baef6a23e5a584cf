import { Text, View } from '@tarojs/components'
import type { Category } from '#contract/report-shapes'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { switchTab } from '#app/platform/navigation'
import { iconForCategory } from '#app/words/report-states'
import './quick-buttons.scss'

/** The quick ones in their order; the rest is one tap further. */
export const quickCategories = (categories: readonly Category[]) =>
  categories
    .filter((category): category is Category & { quickButton: number } => category.quickButton !== undefined)
    .sort((one, other) => one.quickButton - other.quickButton)

/** What people report most, one tap from the camera. */
export function QuickButtons({ categories }: { categories: readonly Category[] }) {
  const open = (code?: string) => switchTab('/pages/report/index', code ? { category: code } : undefined)
  return (
    <View className="quick-buttons">
      {quickCategories(categories).map((category, index) => (
        <Pressable key={category.code} className="quick-buttons__button" onPress={() => open(category.code)} label={`拍${category.name}`}>
          <View className={`quick-buttons__disc quick-buttons__disc--${index % 3}`}>
            <Icon name={iconForCategory(category)} size={26} />
          </View>
          <Text className="quick-buttons__word">{category.name}</Text>
        </Pressable>
      ))}
      <Pressable className="quick-buttons__button" onPress={() => open()} label="别的问题">
        <View className="quick-buttons__disc quick-buttons__disc--rest">
          <Icon name="camera" size={26} />
        </View>
        <Text className="quick-buttons__word">别的问题</Text>
      </Pressable>
    </View>
  )
}
