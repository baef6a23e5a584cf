import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { frameTemplate, populationOf, strataOf } from '#app/features/awareness/frame-rules'
import { FrameTable } from '#app/features/awareness/frame-table.tsx'
import { communitiesByStreet } from '#app/features/places/communities-by-street'
import { PasteSheet } from '#app/packages/quiz-desk/waves/paste-sheet.tsx'
import type { WavePlanning } from '#app/packages/quiz-desk/waves/use-wave-plan'
import { call } from '#app/platform/call-operation'
import { saveDocument } from '#app/platform/save-document'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** Who lives where: typed community by community, or taken from a table. */
export function FrameFields({ planning: { form, faults, change } }: { planning: WavePlanning }) {
  const [isPasting, setIsPasting] = useState(false)
  const areas = useAsked(async () => communitiesByStreet((await call.places.listAreas({})).areas), [])
  if (!areas.value) {
    if (areas.state === 'waiting') return <Skeleton shape="rows" count={4} />
    return <ErrorState sentence={wordsForReading(areas.error)} action={wayOn(areas.error, areas.again)} />
  }
  const streets = areas.value.map(({ street, communities }) => ({ name: street.name, communities }))
  const communities = streets.flatMap(street => street.communities)
  const strata = strataOf(form.frame)
  return (
    <View>
      <View className="wave-plan__line">
        {strata.length === 0
          ? '按最近一次人口普查或户籍，填每个社区各年龄段的男女人数。没填的社区不调查。'
          : `${new Set(strata.map(({ communityId }) => communityId)).size} 个社区，${strata.length} 格，共 ${populationOf(form.frame)} 人。`}
      </View>
      <View className="wave-plan__acts">
        <Button word="从表格粘贴" icon="edit" look="quiet" isNarrow onPress={() => setIsPasting(true)} />
        <Button
          word="下载空表"
          icon="download"
          look="quiet"
          isNarrow
          onPress={() => void saveDocument('survey-frame.csv', `\ufeff${frameTemplate(communities)}`, 'text/csv')}
        />
      </View>
      {faults.frame && <View className="wave-plan__fault">{faults.frame}</View>}
      <FrameTable frame={form.frame} streets={streets} onChange={frame => change({ frame })} />
      {isPasting && (
        <PasteSheet
          communities={communities}
          onTake={frame => {
            change({ frame })
            setIsPasting(false)
          }}
          onClose={() => setIsPasting(false)}
        />
      )}
    </View>
  )
}
