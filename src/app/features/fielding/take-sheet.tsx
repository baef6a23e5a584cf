import { View } from '@tarojs/components'
import { useState } from 'react'
import type { InterviewWave } from '#contract/quizzes-fielding'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { keptInterviews } from '#app/features/fielding/kept-interviews'
import { call } from '#app/platform/call-operation'
import { newKey } from '#app/platform/outbox'
import { toast } from '#app/platform/toast'
import { wordsForInterview } from '#app/words/fielding'
import './sheet-parts.scss'

const counts = ['3', '5', '10', '20'] as const
type Count = (typeof counts)[number]

interface Props {
  personId: string
  wave: InterviewWave
  onClose: () => void
  onTaken: () => void
}

/** The request behind the sheet: another choice is another request, and the same one again gives the same batch. */
function useTaking({ personId, wave, onTaken }: Omit<Props, 'onClose'>) {
  const free = wave.communities.filter(({ freeCount }) => freeCount > 0)
  const [communityId, setCommunityId] = useState(free[0]?.communityId)
  const [count, setCount] = useState<Count>('5')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [isTaking, setIsTaking] = useState(false)
  const [idempotencyKey, setKey] = useState(() => newKey('take'))
  const choose = (act: () => void) => {
    act()
    setKey(newKey('take'))
  }
  const take = async () => {
    if (!communityId) return
    setIsTaking(true)
    setFault(undefined)
    try {
      const { units } = await call.quizzes.takeInterviews({ waveId: wave.waveId, communityId, count: Number(count), idempotencyKey })
      keptInterviews.add(personId, wave.waveId, units)
      toast(units.length > 0 ? `领到 ${units.length} 户` : '刚被别人领完了')
      onTaken()
    } catch (error) {
      setFault(wordsForInterview(error))
    } finally {
      setIsTaking(false)
    }
  }
  return {
    ...{ free, communityId, count, fault, isTaking, take },
    chooseCommunity: (next: string) => choose(() => setCommunityId(next)),
    chooseCount: (next: Count) => choose(() => setCount(next))
  }
}

/** Takes some units of a community along. It needs the network, once; the visits do not. */
export function TakeSheet({ onClose, ...props }: Props) {
  const { free, communityId, count, fault, isTaking, take, chooseCommunity, chooseCount } = useTaking(props)
  return (
    <BottomSheet isOpen onClose={onClose} title="领取要访问的户">
      {free.length === 0 ? (
        <View className="sheet-parts__sentence">这次调查的户都有人领了，或者已经访问完了。</View>
      ) : (
        <View>
          <View className="sheet-parts__label">哪个社区</View>
          <ListGroup>
            {free.map(one => (
              <ListRow
                key={one.communityId}
                role="radio"
                isSelected={one.communityId === communityId}
                title={one.communityName}
                end={one.communityId === communityId ? `✓ 还有 ${one.freeCount} 户` : `还有 ${one.freeCount} 户`}
                onPress={() => chooseCommunity(one.communityId)}
              />
            ))}
          </ListGroup>
          <View className="sheet-parts__label">领几户</View>
          <Segmented label="领几户" options={counts.map(value => ({ value, word: value }))} value={count} onChange={chooseCount} />
          <View className="sheet-parts__sentence">7 天没有动静的户会自己交回，让别人去。</View>
        </View>
      )}
      {fault && (
        <View className="sheet-parts__fault" role="alert">
          {fault}
        </View>
      )}
      <View className="sheet-parts__foot">
        {free.length === 0 ? (
          <Button word="知道了" onPress={onClose} />
        ) : (
          <Button word="领取" isLoading={isTaking} onPress={() => void take()} />
        )}
      </View>
    </BottomSheet>
  )
}
