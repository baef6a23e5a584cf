import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { Section } from '#app/components/section.tsx'
import { useSaving } from '#app/packages/city/settings/form-part.tsx'
import { RetirePart } from '#app/packages/city/settings/retire-part.tsx'
import { call } from '#app/platform/call-operation'
import { saveDocument } from '#app/platform/save-document'
import { useAsked } from '#app/platform/use-asked'
import { areaKindWords } from '#app/words/staff-settings'

const ROWS_MAX = 30

type Listed = { areaId: string; name: string; kind: keyof typeof areaKindWords; retiresOn?: string | undefined }

/** The present areas with their export and retirement, and the last imports with their undoing. */
export function AreaImports() {
  const asked = useAsked(async () => {
    const [{ imports }, { areas }, retired] = await Promise.all([
      call.places.listImports({}),
      call.places.listAreas({}),
      call.places.listRetired({})
    ])
    const gone = retired.areas.filter(area => areas.every(one => one.areaId !== area.areaId))
    return { imports, areas: [...areas, ...gone] as Listed[] }
  }, [])
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Listed | undefined>(undefined)
  const saving = useSaving()
  if (!asked.value) return <View />
  const { imports, areas } = asked.value
  const last = imports.find(one => !one.undoneAt)
  const undo = async (importId: string) => {
    if (await saving.save(() => call.places.undoImport({ importId }), '已撤回这次导入')) void asked.again()
  }
  const download = () =>
    saving.save(
      async () => saveDocument('areas.geojson', JSON.stringify(await call.places.exportAreas({})), 'application/geo+json'),
      '已导出'
    )
  const done = () => {
    setChosen(undefined)
    void asked.again()
  }
  return (
    <View>
      {saving.fault && (
        <View className="form-part__fault" role="alert">
          {saving.fault}
        </View>
      )}
      {last && (
        <Section title="最近一次导入">
          <ListGroup>
            <ListRow title={`新增 ${last.addedCount} 个，改动 ${last.changedCount} 个`} line={last.importedAt.slice(0, 10)} />
          </ListGroup>
          <Button word="撤回这次导入" look="quiet" isLoading={saving.isSaving} onPress={() => void undo(last.importId)} />
        </Section>
      )}
      <Section title={`现有区域 ${areas.length} 个`}>
        <Button word="导出 GeoJSON" icon="download" look="quiet" onPress={() => void download()} />
        <SearchField value={typed} onChange={setTyped} label="找区域" placeholder="名字或编号" />
        <AreaRows areas={areas} typed={typed.trim()} onChoose={setChosen} />
      </Section>
      <BottomSheet isOpen={chosen !== undefined} onClose={() => setChosen(undefined)} title={chosen?.name ?? ''}>
        {chosen && (
          <RetirePart
            retiresOn={chosen.retiresOn}
            line="停用后不再接新的上报；办过的事都还在。还有没办完的案件、下级区域或有身份的人时停不了。"
            onRetire={on => call.places.retireAreas({ areaIds: [chosen.areaId], on })}
            onKeep={() => call.places.keepAreas({ areaIds: [chosen.areaId] })}
            onDone={done}
          />
        )}
      </BottomSheet>
    </View>
  )
}

function AreaRows({ areas, typed, onChoose }: { areas: readonly Listed[]; typed: string; onChoose: (area: Listed) => void }) {
  const found = areas.filter(({ name, areaId }) => `${name} ${areaId}`.includes(typed))
  return (
    <ListGroup>
      {found.slice(0, ROWS_MAX).map(area => (
        <ListRow
          key={area.areaId}
          title={area.name}
          line={[areaKindWords[area.kind], area.areaId, area.retiresOn && `${area.retiresOn} 起停用`].filter(Boolean).join(' · ')}
          onPress={() => onChoose(area)}
        />
      ))}
    </ListGroup>
  )
}
