import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Team } from '#contract/volunteering-organisations'
import { Button } from '#app/components/button.tsx'
import { ChoiceField, type Choice } from '#app/components/choice-field.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { TeamView } from '#app/features/teams/team-view.tsx'
import { useSaving } from '#app/packages/staff/organisations/use-saving'
import { call } from '#app/platform/call-operation'
import { newKey } from '#app/platform/outbox'

const NAME_LENGTH_MAX = 40

interface Props {
  /** Absent: a new one. */
  team?: Team
  organisationChoices: readonly Choice[]
  onDone: () => void
}

/** A team: its name and organisation, and below who is in it. */
export function TeamForm({ team, organisationChoices, onDone }: Props) {
  const [name, setName] = useState(team?.name ?? '')
  const [organisationId, setOrganisationId] = useState(team?.organisationId)
  const [idempotencyKey] = useState(() => newKey('team'))
  const saving = useSaving(onDone)
  const save = (isRetired: boolean, done: string) => {
    if (name.trim().length < 2) return saving.say('名字至少写两个字。')
    if (!organisationId) return saving.say('选它属于哪个组织。')
    const said = { organisationId, name, isRetired, ...(team ? { teamId: team.teamId } : { idempotencyKey }) }
    saving.run(() => call.volunteering.saveTeam(said), done)
  }
  return (
    <View>
      <TextField label="名字" value={name} lengthMax={NAME_LENGTH_MAX} fault={saving.fault} onChange={setName} />
      <ChoiceField label="属于哪个组织" choices={organisationChoices} value={organisationId} onChange={setOrganisationId} />
      <View className="organisations__gap" />
      <Button word="保存" isLoading={saving.isSaving} onPress={() => save(team?.isRetired ?? false, '已保存')} />
      {team && (
        <>
          <View className="organisations__gap" />
          <Button
            word={team.isRetired ? '恢复使用' : '停用'}
            look="quiet"
            onPress={() => save(!team.isRetired, team.isRetired ? '已恢复' : '已停用')}
          />
          <TeamView teamId={team.teamId} />
        </>
      )}
    </View>
  )
}
