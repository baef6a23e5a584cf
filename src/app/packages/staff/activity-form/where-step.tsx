import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { Area } from '#contract/places'
import type { Point } from '#contract/shapes'
import { AreaMap } from '#app/components/area-map.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { circleShape, zoomFor } from '#app/features/organising/site-shape-rules'
import { useAreaTree } from '#app/features/places/use-area-tree'
import { ChipChoice } from '#app/components/chip-choice.tsx'
import { StepFaults } from '#app/packages/staff/activity-form/step-faults.tsx'
import type { StepProps } from '#app/packages/staff/activity-form/step-shape'
import { ChoiceField, type Choice } from '#app/components/choice-field.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

const PLACE_LENGTH_MAX = 80
const radii = [50, 100, 200, 500, 1000].map(metres => ({ value: String(metres), word: metres < 1000 ? `${metres} 米` : '1 公里' }))

/** Which community and organisation, and the place on the map with how far around it still counts as being there. */
export function WhereStep({ plan, onChange, faults, saved }: StepProps) {
  const branches = useAreaTree()
  const communities = (branches.value ?? []).map(({ area }) => area).filter(({ kind }) => kind === 'community')
  const choices: Choice[] = communities.map(({ areaId, name }) => ({ value: areaId, word: name }))
  const community = communities.find(({ areaId }) => areaId === plan.communityId)
  const choose = (communityId: string | undefined) => {
    const next = communities.find(({ areaId }) => areaId === communityId)
    onChange({ communityId, organisationId: undefined, point: next?.centre })
  }
  return (
    <>
      {/* Published in one community, an activity stays there. */}
      {saved ? (
        <View>{saved.communityName}</View>
      ) : (
        <ChoiceField label="哪个社区" choices={choices} value={plan.communityId} onChange={choose} />
      )}
      {!saved && plan.communityId && <OrganisationField plan={plan} onChange={onChange} />}
      <TextField
        label="集合地点"
        placeholder="如：东门岗亭旁"
        value={plan.meetingPlace}
        onChange={meetingPlace => onChange({ meetingPlace })}
        lengthMax={PLACE_LENGTH_MAX}
      />
      {community || plan.point ? (
        <SitePicker key={plan.communityId} plan={plan} onChange={onChange} community={community} />
      ) : (
        branches.state === 'waiting' && <Skeleton shape="card" />
      )}
      <StepFaults faults={faults} />
    </>
  )
}

function OrganisationField({ plan, onChange }: Pick<StepProps, 'plan' | 'onChange'>) {
  const asked = useAsked(async () => (await call.volunteering.listManagedActivities({})).organisations, [])
  const fitting = (asked.value ?? []).filter(({ communityId }) => communityId === undefined || communityId === plan.communityId)
  if (fitting.length < 2) return null
  return (
    <ChoiceField
      label="由哪个组织办"
      choices={fitting.map(({ organisationId, name }) => ({ value: organisationId, word: name }))}
      value={plan.organisationId}
      emptyWord="社区自己的组织"
      onChange={organisationId => onChange({ organisationId })}
    />
  )
}

function SitePicker({ plan, onChange, community }: Pick<StepProps, 'plan' | 'onChange'> & { community?: Area }) {
  const { point, radiusMetres } = plan
  // Where the map began: what the thumb moves is held apart, or map and thumb would pull at each other.
  const [start] = useState<Point | undefined>(point ?? community?.centre)
  const polygons = useMemo(
    () => (point ? [{ areaId: 'site', name: '', geometry: circleShape(point, radiusMetres), tone: 'good' as const }] : []),
    [point, radiusMetres]
  )
  if (!start) return null
  return (
    <View>
      <View style={{ overflow: 'hidden', borderRadius: '12px' }}>
        <AreaMap
          label="挪动地图，把针指到活动的地方"
          centre={start}
          zoom={zoomFor(radiusMetres)}
          polygons={polygons}
          isPicker
          onMove={next => onChange({ point: next })}
          height="280px"
        />
      </View>
      <View style={{ height: '8px' }} />
      <ChipChoice
        label="多远之内算在现场"
        choices={radii}
        chosen={[String(radiusMetres)]}
        onToggle={metres => onChange({ radiusMetres: Number(metres) })}
      />
    </View>
  )
}
