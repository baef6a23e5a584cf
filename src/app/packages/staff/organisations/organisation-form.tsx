import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Organisation } from '#contract/volunteering-organisations'
import { Button } from '#app/components/button.tsx'
import { ChoiceField, type Choice } from '#app/components/choice-field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { useSaving } from '#app/packages/staff/organisations/use-saving'
import { call } from '#app/platform/call-operation'
import { newKey } from '#app/platform/outbox'

const NAME_LENGTH_MAX = 40

interface Props {
  /** Absent: a new one. */
  organisation?: Organisation
  areaChoices: readonly Choice[]
  onDone: () => void
}

/** What an organisation says of itself; a second person verifies it. */
export function OrganisationForm({ organisation, areaChoices, onDone }: Props) {
  const [name, setName] = useState(organisation?.name ?? '')
  const [areaId, setAreaId] = useState(organisation?.areaId)
  const [idempotencyKey] = useState(() => newKey('organisation'))
  const saving = useSaving(onDone)
  const { organisationId } = organisation ?? {}
  const save = () => {
    if (name.trim().length < 2) return saving.say('名字至少写两个字。')
    if (!areaId) return saving.say('选它属于哪里。')
    const said = organisationId ? { organisationId, name, areaId } : { name, areaId, idempotencyKey }
    saving.run(() => call.volunteering.saveOrganisation(said), '已保存')
  }
  return (
    <View>
      <Notice tone="info" icon="info">
        新写的、改过的，要另一位同事核对后才能发布活动。
      </Notice>
      <View className="organisations__gap" />
      <TextField label="名字" value={name} lengthMax={NAME_LENGTH_MAX} fault={saving.fault} onChange={setName} />
      {!organisation?.isOwn && <ChoiceField label="属于哪里" choices={areaChoices} value={areaId} onChange={setAreaId} />}
      <View className="organisations__gap" />
      <Button word="保存" isLoading={saving.isSaving} onPress={save} />
      {organisation && <OrganisationActs organisation={organisation} onDone={onDone} />}
    </View>
  )
}

function OrganisationActs({ organisation, onDone }: { organisation: Organisation; onDone: () => void }) {
  const saving = useSaving(onDone)
  const { organisationId, canVerify, canRetire, isRetired } = organisation
  const retire = () => call.volunteering.retireOrganisation({ organisationId, isRetired: !isRetired })
  return (
    <View>
      {canVerify && (
        <>
          <View className="organisations__gap" />
          <Button
            word="核对无误，可以办活动"
            look="quiet"
            icon="check"
            isLoading={saving.isSaving}
            onPress={() => saving.run(() => call.volunteering.verifyOrganisation({ organisationId }), '核对好了')}
          />
        </>
      )}
      {canRetire && (
        <>
          <View className="organisations__gap" />
          <Button word={isRetired ? '恢复使用' : '停用'} look="quiet" onPress={() => saving.run(retire, isRetired ? '已恢复' : '已停用')} />
        </>
      )}
      {saving.fault && (
        <View className="organisations__fault" role="alert">
          {saving.fault}
        </View>
      )}
    </View>
  )
}
