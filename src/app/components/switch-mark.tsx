import { View } from '@tarojs/components'
import './switch-mark.scss'

/** How a switch looks; the row it stands in is the switch (`<ListRow role="switch" isSelected end={<SwitchMark …/>} />`). */
export function SwitchMark({ isOn }: { isOn: boolean }) {
  return (
    <View className={`switch-mark${isOn ? ' switch-mark--on' : ''}`} aria-hidden>
      <View className="switch-mark__knob" />
    </View>
  )
}
