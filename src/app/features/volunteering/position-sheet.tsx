import { View } from '@tarojs/components'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { usePolite } from '#app/platform/use-polite'
import './join-sheet.scss'

interface Props {
  isOpen: boolean
  onClose: () => void
  onChoose: (isShared: boolean) => void
}

/** Asked once, politely, before the phone itself asks. */
export function PositionSheet({ isOpen, onClose, onChoose }: Props) {
  const polite = usePolite()
  return (
    <BottomSheet isOpen={isOpen} onClose={onClose} title="要不要带上位置">
      <View className="join-sheet__sentence">
        {polite('只用来核对你在不在活动地点，只记“在”或“不在”和大概距离，时长确认后就删掉坐标。')}
      </View>
      <View className="join-sheet__sentence">{polite('不给位置也能签到，时长一样算，只是证明等级可能低一点。')}</View>
      <View className="join-sheet__acts">
        <Button word="带上位置" icon="locate" onPress={() => onChoose(true)} />
        <Button word="不带，直接签" look="quiet" onPress={() => onChoose(false)} />
      </View>
    </BottomSheet>
  )
}
