import { View } from '@tarojs/components'
import { FAULTS_SHOWN, placeWords } from '#app/features/question-bank/import-rules'
import type { CheckedFile } from '#app/packages/quiz-desk/question-import/use-question-import'
import { importFaultWords } from '#app/words/question-import'
import './fault-list.scss'

/** Every bad row with its place, what stands there, and what to do. */
export function FaultList({ file: { name, faults } }: { file: CheckedFile }) {
  const left = faults.length - FAULTS_SHOWN
  return (
    <View>
      <View className="fault-list" role="list">
        {faults.slice(0, FAULTS_SHOWN).map((fault, place) => (
          <View key={place} className="fault-list__row" role="listitem">
            <View className="fault-list__place">{placeWords(name, fault)}</View>
            <View className="fault-list__words">
              <View>{importFaultWords(fault.reason)}</View>
              {fault.value && <View className="fault-list__value">{`写的是“${fault.value}”`}</View>}
            </View>
          </View>
        ))}
      </View>
      {left > 0 && <View className="fault-list__more">{`还有 ${left} 处，先改好这些，再传一次就看得到。`}</View>}
    </View>
  )
}
