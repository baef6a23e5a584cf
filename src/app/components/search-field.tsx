import { View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { TextEntrySurface } from './text-entry-surface'
import './text-entry.scss'

interface Props {
  value: string
  onChange: (value: string) => void
  label: string
  placeholder?: string
  onSubmit?: () => void
}

export function SearchField({ value, onChange, label, placeholder, onSubmit }: Props) {
  return (
    <View className="text-box search-field" role="search">
      <Icon name="search" size={20} className="search-field__icon" />
      <View className="search-field__entry">
        <TextEntrySurface value={value} onChange={onChange} label={label} placeholder={placeholder} kind="search" onSubmit={onSubmit} />
      </View>
      {value !== '' && (
        <Pressable className="search-field__clear" onPress={() => onChange('')} label="清空">
          <Icon name="close" size={18} />
        </Pressable>
      )}
    </View>
  )
}
