import { View } from '@tarojs/components'
import { usePolite } from '#app/platform/use-polite'
import './act-fault.scss'

/** What was refused, read aloud; nothing while there is nothing to say. */
export function ActFault({ fault }: { fault?: string }) {
  const polite = usePolite()
  if (!fault) return null
  return (
    <View className="act-fault" role="alert">
      {polite(fault)}
    </View>
  )
}
