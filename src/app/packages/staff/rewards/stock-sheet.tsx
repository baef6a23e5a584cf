import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { tellingStale } from '#app/packages/staff/rewards/telling-stale'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import { momentWords } from '#app/words/time-words'
import '#app/features/organising/sheet-form.scss'

type Managed = Awaited<ReturnType<typeof call.points.listManagedRewards>>['rewards'][number]
type StockMove = Awaited<ReturnType<typeof call.points.listStockMoves>>['moves'][number]

const moveWords: Record<StockMove['kind'], string> = {
  received: '到货',
  counted: '清点',
  kept: '留给兑换的人',
  returned: '退回架上',
  'handed-over': '领走'
}

/** What is handed over was kept before, so nothing of what is free changes then. */
const changeWords = ({ kind, change }: StockMove) => (kind === 'handed-over' ? '原来留着的' : change > 0 ? `+${change}` : `${change}`)

/** What is said here of a refusal; undefined where the usual words will do. */
function faultWords(code: string | undefined, heldCount: number): string | undefined {
  if (code === 'below-taken') return `有 ${heldCount} 件已经答应给人了，不能比这还少。`
  return code === 'stale-version' ? '刚才有人领走了，或者改过这一件。上面换成了最新的数，请再数一遍，再点记下。' : undefined
}

interface Props {
  managed: Managed
  onDone: () => void
  /** The shelf changed since it was shown: the newest numbers are asked for. */
  onStale: () => void
  onClose: () => void
}

/** Stock-take: how many lie there now, and why the number is another; every change stays readable below. */
export function StockSheet({ managed: { reward, heldCount }, onDone, onStale, onClose }: Props) {
  const now = useNow()
  const { rewardId, version, stockLeft } = reward
  const there = stockLeft + heldCount
  const [counted, setCounted] = useState(`${there}`)
  const [note, setNote] = useState('')
  const moves = useAsked(() => call.points.listStockMoves({ rewardId }), [rewardId, version])
  const { isActing, fault, refused, say, act } = useAct()
  const send = async () => {
    if (!/^\d{1,5}$/.test(counted.trim())) return say('写上现在一共有多少件。')
    if (note.trim().length < 2) return say('写一句为什么，比如“新到 20 条”。')
    const count = () => call.points.countStock({ rewardId, version, counted: Number(counted.trim()), note: note.trim() })
    if (await act(() => tellingStale(count, onStale), '记下了')) onDone()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title={`清点：${reward.title}`}>
      <View className="sheet-form__sentence">{`账上一共 ${there} 件，其中 ${heldCount} 件已经留给兑换了的人。把留着的也数进去。`}</View>
      <TextField label="现在一共有多少件" kind="number" value={counted} onChange={setCounted} />
      <View className="sheet-form__gap" />
      <TextField label="为什么" placeholder="如：新到 20 条；破损 1 条" value={note} onChange={setNote} lengthMax={200} />
      <ActFault fault={faultWords(refused?.code, heldCount) ?? fault} />
      <View className="sheet-form__foot">
        <Button word="记下" isLoading={isActing} onPress={() => void send()} />
      </View>
      <View className="sheet-form__gap" />
      <ListGroup>
        {(moves.value?.moves ?? []).map((move, place) => (
          <ListRow
            key={`${move.at}-${place}`}
            title={[moveWords[move.kind], move.note].filter(Boolean).join('：')}
            line={[momentWords(move.at, now), move.actor].filter(Boolean).join(' · ')}
            end={changeWords(move)}
          />
        ))}
      </ListGroup>
    </BottomSheet>
  )
}
