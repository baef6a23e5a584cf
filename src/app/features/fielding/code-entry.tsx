import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Screen } from '#app/components/screen.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { tokenIn } from '#app/features/fielding/form-rules'
import { usePolite } from '#app/platform/use-polite'
import './field-review.scss'

const TYPED_LENGTH_MAX = 300

/** For whoever has the letter in hand and a code that will not scan: the letters under it, or the whole link. */
export function CodeEntry({ onToken }: { onToken: (token: string) => void }) {
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const polite = usePolite()
  const open = () => {
    const token = tokenIn(typed)
    if (token) onToken(token)
    else setFault('这串字不太对，对着信上的再看一遍，大小写也要一样。')
  }
  return (
    <Screen title="知晓率调查" footer={<Button word="打开问卷" onPress={open} />}>
      <View className="field-review__title" role="heading" aria-level={1}>
        {polite('输入信上的代码')}
      </View>
      <View className="field-review__line">
        {polite('信或短信里的链接打不开时，把链接整条贴到这里，或把二维码下面的一串字母数字打进来。')}
      </View>
      <TextField
        label="链接或代码"
        value={typed}
        lengthMax={TYPED_LENGTH_MAX}
        onChange={text => {
          setTyped(text)
          setFault(undefined)
        }}
        onSubmit={open}
        {...(fault && { fault })}
      />
    </Screen>
  )
}
