import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import type { Activity } from '#contract/volunteering-shapes'
import { AreaMap } from '#app/components/area-map.tsx'
import { Section } from '#app/components/section.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import './activity-place.scss'

/** The grids of the neighbourhood, drawn as land under the pin; the map does without them until they come. */
function useLand(communityId: string) {
  const shapes = useAsked(() => call.places.listShapes({ kind: 'grid', parentId: communityId }), [communityId])
  const features = shapes.value?.features
  return useMemo(
    () => (features ?? []).map(({ properties, geometry }) => ({ areaId: properties.areaId, name: properties.name, geometry })),
    [features]
  )
}

export function ActivityPlace({ activity }: { activity: Activity }) {
  const { site, meetingPlace, communityId, communityName, title } = activity
  const { longitude, latitude } = site
  const place = meetingPlace ?? communityName
  const centre = useMemo(() => ({ longitude, latitude }), [longitude, latitude])
  const pins = useMemo(() => [{ id: 'site', point: centre, tone: 'good' as const, label: place, isSelected: true }], [centre, place])
  const polygons = useLand(communityId)
  return (
    <Section title="在哪里">
      <View className="activity-place__map">
        <AreaMap label={`${title}的地点`} centre={centre} pins={pins} polygons={polygons} height="200px" />
      </View>
      <View className="activity-place__words">
        <Text>{[communityName, meetingPlace].filter(Boolean).join(' · ')}</Text>
      </View>
    </Section>
  )
}
