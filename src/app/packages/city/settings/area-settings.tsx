import { View } from '@tarojs/components'
import { useState } from 'react'
import { AREA_FILE_BYTES_MAX } from '#contract/area-faults'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { areasFrom, tooLargeWords } from '#app/packages/city/settings/area-file-rules'
import { AreaImports } from '#app/packages/city/settings/area-imports.tsx'
import { AreaPreview, type Preview } from '#app/packages/city/settings/area-preview.tsx'
import { FormPart, useSaving } from '#app/packages/city/settings/form-part.tsx'
import { call } from '#app/platform/call-operation'
import { hasTextFilePicker, pickTextFile } from '#app/platform/pick-text-file'
import { Refused } from '#app/platform/refused'
import { areaFaultsIn } from '#app/words/area-files'
import { areaKindWords } from '#app/words/staff-settings'

/** Brings streets, communities and grids as GeoJSON: first a look at what would change, then all of the file, or none of it. */
export function AreaSettings() {
  const [text, setText] = useState('')
  const [fileName, setFileName] = useState<string | undefined>(undefined)
  const [preview, setPreview] = useState<Preview | undefined>(undefined)
  const [faults, setFaults] = useState<readonly string[]>([])
  const [round, setRound] = useState(0)
  const saving = useSaving()
  const read = text.trim() === '' ? undefined : areasFrom(text)
  const take = (next: string, name?: string) => {
    setText(next)
    setFileName(name)
    setPreview(undefined)
    setFaults([])
  }
  const pick = async () => {
    const file = await pickTextFile('.json,.geojson,application/geo+json,application/json')
    if (file) take(file.text, file.name)
  }
  const save = async () => {
    if (!read) return saving.say('先选一个文件，或把内容贴进来。')
    if ('fault' in read) return saving.say(read.fault)
    const { collection } = read
    const told = async <T,>(asking: Promise<T>) => {
      try {
        return await asking
      } catch (error) {
        setFaults(error instanceof Refused && error.code === 'input-too-large' ? [tooLargeWords] : areaFaultsIn(error, collection.features))
        throw error
      }
    }
    setFaults([])
    if (!preview) {
      await saving.save(async () => setPreview(await told(call.places.previewImport(collection))), '看一眼再导入')
      return
    }
    if (!(await saving.save(() => told(call.places.importAreas(collection)), `已导入 ${collection.features.length} 个区域`))) return
    take('')
    setRound(round + 1)
  }
  return (
    <View>
      <Notice tone="info" icon="map">
        GeoJSON（WGS-84，经度在前）。每个区域要有
        areaId、kind（city、street、community、grid）、name、parentId；编号相同的会被替换。先看会改什么，再导入。
      </Notice>
      <View className="form-part__gap" />
      <FormPart saving={saving} saveWord={preview ? '确认导入' : '看看会改什么'} onSave={() => void save()}>
        {hasTextFilePicker && <Button word={fileName ?? '选一个文件'} icon="download" look="quiet" onPress={() => void pick()} />}
        <View className="form-part__gap" />
        {fileName ? (
          <Button word="改为粘贴" look="quiet" isNarrow onPress={() => take('')} />
        ) : (
          <TextArea label="或贴在这里" value={text} onChange={next => take(next)} lengthMax={AREA_FILE_BYTES_MAX} />
        )}
        {read && 'collection' in read && (
          <Notice tone="good" icon="check">
            {read.counts.map(({ kind, count }) => `${areaKindWords[kind]} ${count} 个`).join('，')}
          </Notice>
        )}
        <AreaFaults words={read && 'fault' in read ? [read.fault, ...faults] : faults} />
        {preview && read && 'collection' in read && <AreaPreview preview={preview} features={read.collection.features} />}
        <View className="form-part__gap" />
      </FormPart>
      <AreaImports key={round} />
    </View>
  )
}

function AreaFaults({ words }: { words: readonly string[] }) {
  return (
    <View>
      {words.map(one => (
        <Notice key={one} tone="bad" icon="alert">
          {one}
        </Notice>
      ))}
    </View>
  )
}
