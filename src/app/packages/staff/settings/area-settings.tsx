import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { areasFrom } from '#app/packages/staff/settings/area-file-rules'
import { FormPart, useSaving } from '#app/packages/staff/settings/form-part.tsx'
import { hasTextFilePicker, pickTextFile } from '#app/platform/pick-text-file'
import { call } from '#app/platform/call-operation'
import { areaKindWords } from '#app/words/staff-settings'

const TEXT_LENGTH_MAX = 5_000_000

/** Brings streets, communities and grids as GeoJSON: all of the file, or none of it. */
export function AreaSettings() {
  const [text, setText] = useState('')
  const [fileName, setFileName] = useState<string | undefined>(undefined)
  const saving = useSaving()
  const read = text.trim() === '' ? undefined : areasFrom(text)
  const pick = async () => {
    const file = await pickTextFile('.json,.geojson,application/geo+json,application/json')
    if (!file) return
    setText(file.text)
    setFileName(file.name)
  }
  const save = async () => {
    if (!read) return saving.say('先选一个文件，或把内容贴进来。')
    if ('fault' in read) return saving.say(read.fault)
    if (await saving.save(() => call.places.importAreas(read.collection), `已导入 ${read.collection.features.length} 个区域`)) setText('')
  }
  return (
    <View>
      <Notice tone="info" icon="map">
        GeoJSON（WGS-84）。每个区域要有 areaId、kind（city、street、community、grid）、name、parentId；编号相同的会被替换。
      </Notice>
      <View className="form-part__gap" />
      <FormPart saving={saving} saveWord="导入" onSave={() => void save()}>
        {hasTextFilePicker && <Button word={fileName ?? '选一个文件'} icon="download" look="quiet" onPress={() => void pick()} />}
        <View className="form-part__gap" />
        {fileName ? (
          <Button word="改为粘贴" look="quiet" isNarrow onPress={() => (setFileName(undefined), setText(''))} />
        ) : (
          <TextArea label="或贴在这里" value={text} onChange={setText} lengthMax={TEXT_LENGTH_MAX} />
        )}
        {read && 'collection' in read && (
          <Notice tone="good" icon="check">
            {read.counts.map(({ kind, count }) => `${areaKindWords[kind]} ${count} 个`).join('，')}
          </Notice>
        )}
        {read && 'fault' in read && (
          <Notice tone="bad" icon="alert">
            {read.fault}
          </Notice>
        )}
        <View className="form-part__gap" />
      </FormPart>
    </View>
  )
}
