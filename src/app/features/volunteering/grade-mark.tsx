import { Text, View } from '@tarojs/components'
import type { Grade } from '#contract/volunteering-states'
import './grade-mark.scss'

/** The letter of a grade in its own colour; the word stands beside it. */
export function GradeMark({ grade }: { grade: Grade }) {
  return (
    <View className={`grade-mark grade-mark--${grade}`}>
      <Text>{grade}</Text>
    </View>
  )
}
