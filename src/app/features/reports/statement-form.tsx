import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ReportState } from '#contract/report-states'
import { Button } from '#app/components/button.tsx'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { textMax } from '#app/features/reports/report-draft-rules'
import type { ReportActs } from '#app/features/reports/use-report'
import { useStatement } from '#app/features/reports/use-statement'
import { detailWords } from '#app/words/report-detail'
import './statement-form.scss'

interface Props {
  acts: ReportActs
  to: ReportState
  label: string
  placeholder: string
  sendWord: string
  doneWords: string
  onDone?: () => void
}

/** Words or photos, and one button: an answer, or why it is not solved. */
export function StatementForm({ acts, to, label, placeholder, sendWord, doneWords, onDone }: Props) {
  const statement = useStatement(to)
  const [hasTried, setHasTried] = useState(false)
  const send = async () => {
    setHasTried(true)
    if (statement.isEmpty) return
    if (await acts.act(statement.send, doneWords)) onDone?.()
  }
  const camera = () => void statement.fromCamera()
  return (
    <View className="statement-form">
      <TextArea
        label={label}
        value={statement.text}
        onChange={statement.setText}
        lengthMax={textMax}
        placeholder={placeholder}
        fault={hasTried && statement.isEmpty ? detailWords.statementMissing : undefined}
      />
      {statement.shown.length > 0 && (
        <PhotoGrid photos={statement.shown} label="补充的照片" onRemove={statement.remove} {...(statement.hasRoom && { onAdd: camera })} />
      )}
      <View className="statement-form__photos">
        {statement.shown.length === 0 && <Button word="拍一张" icon="camera" look="quiet" isNarrow onPress={camera} />}
        {statement.hasRoom && <Button word="从相册选" icon="photo" look="quiet" isNarrow onPress={() => void statement.fromAlbum()} />}
      </View>
      {acts.fault && (
        <View className="statement-form__fault" role="alert">
          {acts.fault}
        </View>
      )}
      <Button word={sendWord} icon="send" isLoading={statement.isSending} onPress={() => void send()} />
    </View>
  )
}
