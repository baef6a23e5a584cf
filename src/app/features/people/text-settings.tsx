import { View } from '@tarojs/components'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { chooseText, useTextScale } from '#app/platform/text-scale'
import type { TextScaleStep } from '#app/platform/text-scale-rules'
import './text-settings.scss'

const sizes = [
  { value: 'phone', word: '跟随手机' },
  { value: '1', word: '标准' },
  { value: '2', word: '大' },
  { value: '3', word: '更大' },
  { value: '4', word: '最大' }
] as const
type Size = (typeof sizes)[number]['value']

/** 长辈版 and the size of text, seen at once on the page itself. */
export function TextSettings() {
  const { choice } = useTextScale()
  const chooseSize = (size: Size) =>
    chooseText({ isElder: choice.isElder, ...(size !== 'phone' && { step: Number(size) as TextScaleStep }) })
  return (
    <Section title="看得清楚">
      <ListGroup>
        <ListRow
          icon="textsize"
          title="长辈版"
          line="字更大，按钮更大，一屏少放些东西"
          role="switch"
          isSelected={choice.isElder}
          end={<SwitchMark isOn={choice.isElder} />}
          onPress={() => chooseText({ ...choice, isElder: !choice.isElder })}
        />
      </ListGroup>
      <View className="text-settings__sizes">
        <Segmented label="文字大小" options={sizes} value={choice.step ? (String(choice.step) as Size) : 'phone'} onChange={chooseSize} />
      </View>
    </Section>
  )
}
