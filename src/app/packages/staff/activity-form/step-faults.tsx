import { View } from '@tarojs/components'
import { Notice } from '#app/components/notice.tsx'

/** What is missing in a step. */
export function StepFaults({ faults }: { faults: readonly string[] }) {
  if (faults.length === 0) return null
  return (
    <View role="alert">
      <Notice tone="bad" icon="alert">
        {faults.map(fault => (
          <View key={fault}>{fault}</View>
        ))}
      </Notice>
    </View>
  )
}
