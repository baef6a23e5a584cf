import { View } from '@tarojs/components'
import type { AreaFeature } from '#contract/places'
import { AreaMap } from '#app/components/area-map.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import type { call } from '#app/platform/call-operation'
import { wordsForAreaWarning } from '#app/words/area-files'
import { areaKindWords } from '#app/words/staff-settings'

export type Preview = Awaited<ReturnType<typeof call.places.previewImport>>

const changeWords = { name: '名字', parent: '上级', shape: '边界' } as const
const ROWS_MAX = 30
/** A phone draws so many without stopping. */
const POLYGONS_MAX = 400

/** What an import would do: new and changed areas on a map and by name, cases that move, and what to look at twice. */
export function AreaPreview({ preview, features }: { preview: Preview; features: readonly AreaFeature[] }) {
  const { added, changed, unchangedCount, movedCaseCount, warnings } = preview
  const news = new Set(added.map(({ areaId }) => areaId))
  const changes = new Set(changed.map(({ areaId }) => areaId))
  const drawn = features.filter(({ properties: { areaId } }) => news.has(areaId) || changes.has(areaId)).slice(0, POLYGONS_MAX)
  const [corner] = drawn.flatMap(({ geometry }) => geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) as number[][])
  return (
    <View>
      <Section title={`新增 ${added.length} 个，改动 ${changed.length} 个，不变 ${unchangedCount} 个`}>
        {movedCaseCount > 0 && (
          <Notice tone="wait" icon="alert">
            {`有 ${movedCaseCount} 件没办完的案件会跟着网格归到新的社区或街道。`}
          </Notice>
        )}
        {warnings.map(warning => (
          <Notice key={`${warning.kind} ${warning.areaId}`} tone="wait" icon="alert">
            {wordsForAreaWarning(warning)}
          </Notice>
        ))}
        {corner && (
          <AreaMap
            label="要导入的区域"
            centre={{ longitude: corner[0] ?? 0, latitude: corner[1] ?? 0 }}
            zoom={12}
            height="280px"
            polygons={drawn.map(({ properties: { areaId, name }, geometry }) => ({
              ...{ areaId, name, geometry, tone: news.has(areaId) ? ('good' as const) : ('wait' as const) }
            }))}
          />
        )}
        <ListGroup>
          {[
            ...added.map(area => ({ ...area, line: '新增' })),
            ...changed.map(({ changes: what, ...area }) => ({ ...area, line: `改${what.map(one => changeWords[one]).join('、')}` }))
          ]
            .slice(0, ROWS_MAX)
            .map(({ areaId, kind, name, line }) => (
              <ListRow key={areaId} title={name} line={`${areaKindWords[kind]} · ${line}`} />
            ))}
        </ListGroup>
      </Section>
    </View>
  )
}
