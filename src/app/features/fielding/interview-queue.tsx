import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { INTERVIEW, type InterviewEntry } from '#app/features/fielding/interview-rules'
import { keptInterviews } from '#app/features/fielding/kept-interviews'
import type { Interviews } from '#app/features/fielding/use-interviews'
import { useIsOnline } from '#app/platform/network'
import { outbox } from '#app/platform/outbox'
import { Refused } from '#app/platform/refused'
import { wordsForInterview } from '#app/words/fielding'
import './interview-queue.scss'

/** What waits in the phone, and what could not be taken, with its reason: nothing leaves unseen. */
export function InterviewQueue({ interviews: { personId, entries, again } }: { interviews: Interviews }) {
  const isOnline = useIsOnline()
  const waiting = entries.filter(entry => !entry.refusal).length
  const refused = entries.filter(entry => entry.refusal)
  const dismiss = async (entry: InterviewEntry) => {
    await outbox.remove(entry.id)
    if (entry.refusal?.code !== 'over-limit') keptInterviews.drop(personId, [entry.payload.sampleId])
    void again()
  }
  return (
    <View className="interview-queue">
      {!isOnline && (
        <Notice tone="info" icon="offline">
          没有网络也能接着访问：手里的户和题都在手机里，记下的先存着，连上后自己送出。
        </Notice>
      )}
      {waiting > 0 && (
        <View className="interview-queue__waiting">
          <Notice tone="wait" icon="hourglass">{`${waiting} 份在手机里等着送出`}</Notice>
          {isOnline && <Button word="现在就送" icon="refresh" look="quiet" isNarrow onPress={() => void outbox.flush()} />}
        </View>
      )}
      {refused.map(entry => (
        <View key={entry.id} className="interview-queue__refused" role="alert">
          <View className="interview-queue__title">{`${entry.payload.number} 号${entry.kind === INTERVIEW ? '的回答' : '的记录'}没有算进去`}</View>
          <View className="interview-queue__words">{reasonOf(entry)}</View>
          <Button word="知道了" look="quiet" isNarrow onPress={() => void dismiss(entry)} />
        </View>
      ))}
    </View>
  )
}

const reasonOf = ({ refusal }: InterviewEntry) =>
  refusal ? wordsForInterview(new Refused(refusal.code as Refused['code'], refusal.message, refusal.data)) : ''
