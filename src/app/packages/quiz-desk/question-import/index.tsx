import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { keepsBank } from '#app/features/question-bank/bank-role-rules'
import { ExportPart, fetchFile } from '#app/packages/quiz-desk/question-import/export-part.tsx'
import { FilePart } from '#app/packages/quiz-desk/question-import/file-part.tsx'
import { useQuestionImport } from '#app/packages/quiz-desk/question-import/use-question-import'
import { call } from '#app/platform/call-operation'
import { deployment } from '#app/platform/deployment'
import { back } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { importFormats } from '#app/words/question-import'
import './index.scss'

/** 导入导出: questions of a file are looked at first and taken in whole, as drafts; the bank leaves as a file. */
export default function QuestionImportPage() {
  const importing = useQuestionImport()
  if (!keepsBank(usePerson()?.grants ?? []))
    return (
      <Screen title="导入导出">
        <ErrorState sentence="题库由编辑来管，你现在的身份看不到。" action={{ word: '返回', onPress: back }} />
      </Screen>
    )
  return (
    <Screen title="导入导出">
      <View className="question-import__line">选好文件先检查，哪一行哪里不对都会列出来。全都对了才导入，导入的题先到“待审”。</View>
      <View className="question-import__gap">
        <FilePart importing={importing} />
      </View>
      <Help />
      <ExportPart />
    </Screen>
  )
}

function Help() {
  const template = (format: 'xlsx' | 'csv') => () => void fetchFile(() => call.quizzes.getImportTemplate({ format }))
  return (
    <Section title="怎么写">
      <View className="question-import__row">
        <Button word="下载 XLSX 模板" icon="download" look="quiet" isNarrow onPress={template('xlsx')} />
        {deployment.isBrowser && <Button word="下载 CSV 模板" icon="download" look="quiet" isNarrow onPress={template('csv')} />}
      </View>
      <ListGroup>
        {importFormats.map(({ title, line }) => (
          <ListRow key={title} title={title} line={line} />
        ))}
      </ListGroup>
    </Section>
  )
}
