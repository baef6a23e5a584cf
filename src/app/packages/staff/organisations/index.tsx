import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Organisation, Team } from '#contract/volunteering-organisations'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { useAreaTree } from '#app/features/places/use-area-tree'
import { OrganisationForm } from '#app/packages/staff/organisations/organisation-form.tsx'
import { TeamForm } from '#app/packages/staff/organisations/team-form.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

type Opened = { kind: 'organisation'; organisation?: Organisation } | { kind: 'team'; team?: Team }

const standing = ({ isRetired, isVerified, canVerify }: Organisation) =>
  isRetired ? '已停用' : isVerified ? undefined : canVerify ? '等你核对' : '等同事核对'

async function readAll() {
  const [{ organisations }, { teams }] = await Promise.all([
    call.volunteering.listOrganisations({}),
    call.volunteering.listManagedTeams({})
  ])
  return { organisations, teams }
}

/** Who organises volunteering where one works, and their teams. */
export default function OrganisationsPage() {
  const asked = useAsked(readAll, [])
  const [opened, setOpened] = useState<Opened | undefined>(undefined)
  const done = () => {
    setOpened(undefined)
    void asked.again()
  }
  return (
    <Screen title="组织和队伍">
      {asked.value ? (
        <Lists {...asked.value} onOpen={setOpened} />
      ) : asked.state === 'failed' ? (
        <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
      ) : (
        <Skeleton shape="rows" count={6} />
      )}
      <OpenedSheet opened={opened} organisations={asked.value?.organisations ?? []} onDone={done} onClose={() => setOpened(undefined)} />
    </Screen>
  )
}

interface ListsProps {
  organisations: readonly Organisation[]
  teams: readonly Team[]
  onOpen: (opened: Opened) => void
}

function Lists({ organisations, teams, onOpen }: ListsProps) {
  return (
    <View>
      <Section title="组织">
        <ListGroup>
          {organisations.length === 0 && <ListRow title="还没有" line="导入社区以后，每个社区会有自己的一个" />}
          {organisations.map(organisation => (
            <ListRow
              key={organisation.organisationId}
              icon="building"
              title={organisation.name}
              line={organisation.areaName}
              end={standing(organisation)}
              onPress={() => onOpen({ kind: 'organisation', organisation })}
            />
          ))}
        </ListGroup>
        <View className="organisations__gap" />
        <Button word="加一个组织" icon="plus" look="quiet" onPress={() => onOpen({ kind: 'organisation' })} />
      </Section>
      <Section title="队伍">
        <ListGroup>
          {teams.length === 0 && <ListRow title="还没有" line="队伍让常来的人聚在一起" />}
          {teams.map(team => (
            <ListRow
              key={team.teamId}
              icon="people"
              title={team.name}
              line={`${team.organisationName} · ${team.memberCount} 人${team.leaderName ? ` · 队长 ${team.leaderName}` : ''}`}
              end={team.isRetired ? '已停用' : undefined}
              onPress={() => onOpen({ kind: 'team', team })}
            />
          ))}
        </ListGroup>
        <View className="organisations__gap" />
        <Button word="加一支队伍" icon="plus" look="quiet" onPress={() => onOpen({ kind: 'team' })} />
      </Section>
    </View>
  )
}

function titleOf(opened: Opened | undefined): string {
  if (!opened) return ''
  return opened.kind === 'team' ? (opened.team?.name ?? '加一支队伍') : (opened.organisation?.name ?? '加一个组织')
}

interface SheetProps {
  opened: Opened | undefined
  organisations: readonly Organisation[]
  onDone: () => void
  onClose: () => void
}

function OpenedSheet({ opened, organisations, onDone, onClose }: SheetProps) {
  const branches = useAreaTree()
  const areaChoices = (branches.value ?? [])
    .filter(({ area }) => area.kind !== 'grid')
    .map(({ area, depth }) => ({ value: area.areaId, word: area.name, depth }))
  const organisationChoices = organisations
    .filter(({ isRetired }) => !isRetired)
    .map(({ organisationId, name }) => ({ value: organisationId, word: name }))
  return (
    <BottomSheet isOpen={opened !== undefined} onClose={onClose} title={titleOf(opened)}>
      {opened?.kind === 'team' && <TeamForm team={opened.team} organisationChoices={organisationChoices} onDone={onDone} />}
      {opened?.kind === 'organisation' && <OrganisationForm organisation={opened.organisation} areaChoices={areaChoices} onDone={onDone} />}
    </BottomSheet>
  )
}
