import { Text, View } from '@tarojs/components'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { workKeys } from '#app/features/reports/case-key-rules'
import './keys-sheet.scss'

const shownAs: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' }

export function KeysSheet({ onClose }: { onClose: () => void }) {
  const rows = [...Object.entries(workKeys), ['A–Z', '按钮上的字母：走这一步；在弹出的表里再按一次就提交'] as const]
  return (
    <BottomSheet isOpen onClose={onClose} title="键盘">
      {rows.map(([key, meaning]) => (
        <View key={key} className="keys-sheet__row">
          <Text className="keys-sheet__key">{shownAs[key] ?? key.toUpperCase()}</Text>
          <Text className="keys-sheet__meaning">{meaning}</Text>
        </View>
      ))}
    </BottomSheet>
  )
}
