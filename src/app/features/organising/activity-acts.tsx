import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { actWords, type ActivityAct } from '#app/features/organising/activity-act-rules'
import { useKeys } from '#app/platform/keyboard'
import './activity-acts.scss'

interface Props {
  acts: readonly ActivityAct[]
  /** Shown, and cannot be done yet. */
  shut?: ActivityAct
  /** False while a sheet lies over the page. */
  isActive: boolean
  onAct: (act: ActivityAct) => void
}

/** Buttons of what the viewer may do with an activity now, each with its letter on a desktop. */
export function ActivityActs({ acts, shut, isActive, onAct }: Props) {
  const open = acts.filter(act => act !== shut)
  const keys = open.flatMap(act => [actWords[act].key, actWords[act].key.toUpperCase()].map(key => [key, () => onAct(act)] as const))
  useKeys(Object.fromEntries(keys), isActive)
  if (acts.length === 0) return null
  return (
    <View className="activity-acts">
      {acts.map(act => {
        const { word, key, look } = actWords[act]
        return (
          <View key={act} className="activity-acts__act">
            <Button word={word} keyWord={key.toUpperCase()} look={look ?? 'quiet'} isDisabled={act === shut} onPress={() => onAct(act)} />
          </View>
        )
      })}
    </View>
  )
}
