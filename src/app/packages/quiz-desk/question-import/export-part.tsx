import { View } from '@tarojs/components'
import { useState } from 'react'
import { questionStates, type QuestionState } from '#contract/quiz-states'
import { Button } from '#app/components/button.tsx'
import { Section } from '#app/components/section.tsx'
import { useTopicChoices } from '#app/packages/quiz-desk/bank/use-topics'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { call } from '#app/platform/call-operation'
import { deployment } from '#app/platform/deployment'
import { openDocument } from '#app/platform/open-document'
import { toast } from '#app/platform/toast'
import { questionStateWords } from '#app/words/question-words'
import { wordsForError } from '#app/words/refusals'

const stateChoices = questionStates.map(value => ({ value, word: questionStateWords[value].word }))
/** WeChat opens workbooks only; texts are fetched at a desk. */
const formats = deployment.isBrowser ? (['xlsx', 'csv', 'gift'] as const) : (['xlsx'] as const)
const formatWords = { xlsx: 'XLSX 表格', csv: 'CSV', gift: 'GIFT' } as const

/** Opens a file the server makes; a fault is said in passing. */
export async function fetchFile(find: () => Promise<{ url: string }>) {
  try {
    await openDocument((await find()).url, 'xlsx')
  } catch (error) {
    toast(wordsForError(error))
  }
}

/** The bank, or a part of it, as a file to keep or to work on. */
export function ExportPart() {
  const [topic, setTopic] = useState<string>()
  const [state, setState] = useState<QuestionState>()
  const topics = useTopicChoices()
  const chosen = { ...(topic && { topic }), ...(state && { state }) }
  return (
    <Section title="导出">
      <View className="question-import__choices">
        <ChoiceField label="专题" choices={topics} value={topic} emptyWord="不限专题" onChange={setTopic} />
        <ChoiceField
          label="状态"
          choices={stateChoices}
          value={state}
          emptyWord="不限状态"
          onChange={value => setState(value as QuestionState | undefined)}
        />
      </View>
      <View className="question-import__row">
        {formats.map(format => (
          <Button
            key={format}
            word={`导出 ${formatWords[format]}`}
            icon="download"
            look="quiet"
            isNarrow
            onPress={() => void fetchFile(() => call.quizzes.exportQuestions({ format, ...chosen }))}
          />
        ))}
      </View>
      <View className="question-import__line">文件里有答案，别发到群里。GIFT 写不了排序和归类，文件里会注明。</View>
    </Section>
  )
}
