import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { readFrame } from '#app/features/awareness/frame-paste-rules'
import { populationOf, strataOf, type CommunityName, type Frame } from '#app/features/awareness/frame-rules'
import { hasTextFilePicker, pickTextFile } from '#app/platform/pick-text-file'
import './wave-plan-form.scss'

const TEXT_LENGTH_MAX = 200_000
const FAULTS_SHOWN_MAX = 50

interface Props {
  communities: readonly CommunityName[]
  onTake: (frame: Frame) => void
  onClose: () => void
}

/** A table out of a spreadsheet: read as it is pasted, every fault by its line, and taken whole or not at all. */
export function PasteSheet({ communities, onTake, onClose }: Props) {
  const [text, setText] = useState('')
  const read = text.trim() === '' ? undefined : readFrame(text, communities)
  const pick = async () => {
    const file = await pickTextFile('.csv,.txt,text/csv,text/plain')
    if (file) setText(file.text)
  }
  const faults = read?.faults ?? []
  const strata = read && faults.length === 0 ? strataOf(read.frame) : []
  return (
    <BottomSheet isOpen title="从表格粘贴" onClose={onClose}>
      <View className="wave-plan__line">
        在表格里选中、复制，粘贴到下面。可以一行一格（社区、年龄段、性别、人数），也可以一个社区一行、每个年龄段和性别一列，和“下载空表”一样。
      </View>
      <TextArea label="表格" placeholder="社区	年龄段	性别	人数" value={text} onChange={setText} lengthMax={TEXT_LENGTH_MAX} />
      {hasTextFilePicker && (
        <View className="wave-plan__act">
          <Button word="选一个 CSV 文件" icon="plus" look="quiet" isNarrow onPress={() => void pick()} />
        </View>
      )}
      {faults.length > 0 && (
        <View className="wave-plan__faults" role="alert">
          <View>{`有 ${faults.length} 处要改，改好再粘贴一次：`}</View>
          {faults.slice(0, FAULTS_SHOWN_MAX).map((fault, n) => (
            <View key={n}>{`第 ${fault.line} 行：${fault.sentence}`}</View>
          ))}
          {faults.length > FAULTS_SHOWN_MAX && <View>{`还有 ${faults.length - FAULTS_SHOWN_MAX} 处`}</View>}
        </View>
      )}
      {read && strata.length > 0 && (
        <View className="wave-plan__line">
          {`读出 ${new Set(strata.map(({ communityId }) => communityId)).size} 个社区、${strata.length} 格，共 ${populationOf(read.frame)} 人。会替换现在填的。`}
        </View>
      )}
      <View className="wave-plan__act">
        <Button word="用这张表" isDisabled={!read || strata.length === 0} onPress={() => read && onTake(read.frame)} />
      </View>
    </BottomSheet>
  )
}
