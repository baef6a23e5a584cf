import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { binCounts, lengths } from '#app/features/question-bank/question-fault-rules'
import { withBin, type QuestionForm } from '#app/features/question-bank/question-form-rules'
import { FormPlacePart } from '#app/packages/quiz-desk/question/form-place-part.tsx'
import './options-part.scss'

interface Props {
  form: QuestionForm
  faults: readonly string[]
  onChange: (more: Partial<QuestionForm>) => void
}

/** The bins that options are sorted into. */
export function BinsPart({ form: { bins }, faults, onChange }: Props) {
  const rename = (binId: string, text: string) => onChange({ bins: bins.map(bin => (bin.binId === binId ? { binId, text } : bin)) })
  return (
    <FormPlacePart place="bins" line="归成哪几类，如：可回收物、有害垃圾。" faults={faults}>
      <View className="options-part">
        {bins.map(({ binId, text }, place) => (
          <View key={binId} className="options-part__row">
            <View className="options-part__text">
              <TextField
                label={`第 ${place + 1} 格`}
                isLabelHidden
                placeholder={`第 ${place + 1} 格的名字`}
                value={text}
                onChange={typed => rename(binId, typed)}
                lengthMax={lengths.bin[1]}
              />
            </View>
            <Pressable
              className="options-part__tool"
              label={`去掉第 ${place + 1} 格`}
              isDisabled={bins.length <= binCounts[0]}
              onPress={() => onChange({ bins: bins.filter(bin => bin.binId !== binId) })}
            >
              <Icon name="close" size={18} />
            </Pressable>
          </View>
        ))}
      </View>
      {bins.length < binCounts[1] && (
        <View className="form-place__under">
          <Button word="加一格" icon="plus" look="quiet" isNarrow onPress={() => onChange({ bins: withBin(bins) })} />
        </View>
      )}
    </FormPlacePart>
  )
}
