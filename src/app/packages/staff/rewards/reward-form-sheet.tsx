import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Reward } from '#contract/points-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { useEvidence } from '#app/features/organising/use-evidence'
import { useAreaTree } from '#app/features/places/use-area-tree'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { emptyReward, planFrom, typedOf, type TypedReward } from '#app/packages/staff/rewards/reward-plan-rules'
import { tellingStale } from '#app/packages/staff/rewards/telling-stale'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import { rewardKindWords, type RewardKind } from '#app/words/rewards'
import '#app/features/organising/sheet-form.scss'

const kindChoices = (Object.keys(rewardKindWords) as RewardKind[]).map(value => ({ value, word: rewardKindWords[value].word }))
const periods = [
  { value: 'month', word: '每月' },
  { value: 'year', word: '每年' },
  { value: 'ever', word: '一共' }
] as const

type Change = (part: Partial<TypedReward>) => void

function What({ typed, change }: { typed: TypedReward; change: Change }) {
  const areas = useAreaTree()
  const communities = (areas.value ?? [])
    .filter(({ area }) => area.kind === 'community')
    .map(({ area }) => ({ value: area.areaId, word: area.name }))
  return (
    <View>
      <TextField label="叫什么" placeholder="如：纯棉毛巾" value={typed.title} onChange={title => change({ title })} lengthMax={30} />
      <ChoiceField label="种类" choices={kindChoices} value={typed.kind} onChange={kind => kind && change({ kind: kind as RewardKind })} />
      <ChoiceField label="哪个社区的" choices={communities} value={typed.communityId} onChange={communityId => change({ communityId })} />
      <TextArea label="说一说（可以不写）" value={typed.description} onChange={description => change({ description })} lengthMax={300} />
    </View>
  )
}

function HowMany({ typed, change, isNew }: { typed: TypedReward; change: Change; isNew: boolean }) {
  return (
    <View>
      <View className="sheet-form__row">
        <View className="sheet-form__cell">
          <TextField label="多少分" kind="number" value={typed.price} onChange={price => change({ price })} />
        </View>
        <View className="sheet-form__cell">
          <TextField
            label="每人最多几件"
            kind="number"
            value={typed.perPersonLimit}
            onChange={perPersonLimit => change({ perPersonLimit })}
          />
        </View>
        {isNew && (
          <View className="sheet-form__cell">
            <TextField label="现有多少件" kind="number" value={typed.stock} onChange={stock => change({ stock })} />
          </View>
        )}
      </View>
      <View className="sheet-form__gap" />
      <Segmented label="上限按多久算" options={periods} value={typed.limitPeriod} onChange={limitPeriod => change({ limitPeriod })} />
      <View className="sheet-form__gap" />
    </View>
  )
}

function Where({ typed, change }: { typed: TypedReward; change: Change }) {
  return (
    <View>
      <TextField
        label="到哪里领"
        placeholder="如：社区服务站一楼"
        value={typed.pickUpPlace}
        onChange={pickUpPlace => change({ pickUpPlace })}
        lengthMax={60}
      />
      <TextField
        label="什么时候能领"
        placeholder="如：工作日 9:00–17:00"
        value={typed.pickUpHours}
        onChange={pickUpHours => change({ pickUpHours })}
        lengthMax={60}
      />
      <View className="sheet-form__row">
        <View className="sheet-form__cell">
          <DateField label="从哪天起（可不选）" value={typed.opensOn} onChange={opensOn => change({ opensOn })} />
        </View>
        <View className="sheet-form__cell">
          <DateField label="到哪天止（可不选）" value={typed.closesOn} onChange={closesOn => change({ closesOn })} />
        </View>
      </View>
      <TextField label="谁赞助的（可以不写）" value={typed.sponsor} onChange={sponsor => change({ sponsor })} lengthMax={40} />
      <View className="sheet-form__gap" />
      <ListGroup>
        <ListRow
          title="要先备货"
          line="备好后你点“备好了”，他才能来领"
          role="switch"
          isSelected={typed.needsPreparing}
          end={<SwitchMark isOn={typed.needsPreparing} />}
          onPress={() => change({ needsPreparing: !typed.needsPreparing })}
        />
      </ListGroup>
    </View>
  )
}

interface Props {
  /** Absent for a new one. */
  reward?: Reward
  onDone: () => void
  /** Something was fetched or changed meanwhile: the newest version is asked for. */
  onStale: () => void
  onClose: () => void
}

const STALE = '刚才有人领走了一件，或者改过这一件。你写的都还在；还要这样改，就再点一次保存。'

/** A reward as it is written: what, how many, where and when. What was redeemed already keeps its price. */
export function RewardFormSheet({ reward, onDone, onStale, onClose }: Props) {
  const [typed, setTyped] = useState(() => (reward ? typedOf(reward) : emptyReward))
  const photo = useEvidence()
  const { isActing, fault, refused, say, act } = useAct()
  const change: Change = part => setTyped(known => ({ ...known, ...part }))
  const send = async () => {
    const read = planFrom(typed, !reward)
    if ('fault' in read) return say(read.fault)
    const isDone = await act(
      async () => {
        const [photoFileId] = await photo.upload()
        const plan = { ...read.plan, ...(photoFileId && { photoFileId }) }
        await (reward
          ? tellingStale(() => call.points.saveReward({ rewardId: reward.rewardId, version: reward.version, plan }), onStale)
          : sendOnce('reward', { ...plan, stock: read.stock }, keyed => call.points.createReward(keyed)))
      },
      reward ? '改好了' : '上架了'
    )
    if (isDone) onDone()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title={reward ? '修改这一件' : '上一件新的'}>
      <What typed={typed} change={change} />
      <View className="sheet-form__gap" />
      <HowMany typed={typed} change={change} isNew={!reward} />
      <Where typed={typed} change={change} />
      <View className="sheet-form__gap" />
      <View className="sheet-form__label">{reward?.photo ? '换一张照片（可不换）' : '照片'}</View>
      <PhotoGrid
        photos={photo.shown.slice(0, 1)}
        label="奖品照片"
        onRemove={photo.remove}
        onAdd={photo.shown.length === 0 ? () => void photo.fromAlbum() : undefined}
        addWord="选一张"
      />
      <ActFault fault={refused?.code === 'stale-version' ? STALE : fault} />
      <View className="sheet-form__foot">
        <Button word={reward ? '保存' : '上架'} isLoading={isActing} onPress={() => void send()} />
      </View>
    </BottomSheet>
  )
}
