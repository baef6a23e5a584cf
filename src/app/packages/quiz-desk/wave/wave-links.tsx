import { useState } from 'react'
import type { WaveDetail } from '#contract/awareness-shapes'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { LinkCards } from '#app/features/awareness/link-cards.tsx'
import { useLinks } from '#app/features/awareness/told-links'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { back } from '#app/platform/navigation'

/** The one-time links of a survey, as long as this page remembers them. */
export function WaveLinks({ detail: { wave }, nameOf }: { detail: WaveDetail; nameOf: (communityId: string) => string }) {
  const units = useLinks(wave.waveId)
  const [communityId, setCommunityId] = useState<string | undefined>(undefined)
  if (units.length === 0) {
    return (
      <Screen title="一次性链接">
        <EmptyState
          scene="letters"
          sentence="这里已经没有链接了。"
          line="链接只说一次。没存好的话，回去点“重新生成链接”，旧的会作废。"
          action={{ word: '返回', onPress: back }}
        />
      </Screen>
    )
  }
  const communities = [...new Set(units.map(unit => unit.communityId))]
  const choices = communities.map(value => ({
    value,
    word: `${nameOf(value)}（${units.filter(unit => unit.communityId === value).length}）`
  }))
  return (
    <Screen title="一次性链接" width="wide">
      <LinkCards
        wave={wave}
        units={units}
        nameOf={nameOf}
        communityId={communityId}
        chooseCommunity={
          communities.length > 1 && (
            <ChoiceField label="打印和下载哪些" choices={choices} value={communityId} emptyWord="全部社区" onChange={setCommunityId} />
          )
        }
        onForgotten={back}
      />
    </Screen>
  )
}
