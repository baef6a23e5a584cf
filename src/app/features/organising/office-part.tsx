import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { Section } from '#app/components/section.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { dateOf } from '#app/features/organising/city-time-rules'
import { NoteSheet } from '#app/features/organising/note-sheet.tsx'
import { PeriodExport } from '#app/features/organising/period-export.tsx'
import { call } from '#app/platform/call-operation'
import './sheet-form.scss'

const CODE_LENGTH_MIN = 4
const CODE_LENGTH_MAX = 40

/** What only the city office does: hours of the whole city as a table, and taking a certificate back. */
export function OfficePart() {
  return (
    <View>
      <Section title="导出时长">
        <PeriodExport today={dateOf(new Date())} onExport={async period => (await call.volunteering.exportHours(period)).documentUrl} />
      </Section>
      <Section title="撤销证明">
        <RevokeCertificate />
      </Section>
    </View>
  )
}

function RevokeCertificate() {
  const [code, setCode] = useState('')
  const [isAsking, setIsAsking] = useState(false)
  const close = () => setIsAsking(false)
  const done = () => {
    close()
    setCode('')
  }
  return (
    <Card>
      <TextField label="证明编号" placeholder="如：TC-2611-7K3Q-9FXM" value={code} onChange={setCode} lengthMax={CODE_LENGTH_MAX} />
      <View className="sheet-form__foot">
        <Button word="撤销这张证明" look="danger" isDisabled={code.trim().length < CODE_LENGTH_MIN} onPress={() => setIsAsking(true)} />
      </View>
      {isAsking && (
        <NoteSheet
          title="撤销证明"
          sentence="谁扫上面的码，都会看到它已撤销和你写的原因。撤销后不能恢复，只能重开。"
          label="为什么撤销"
          word="撤销"
          isDanger
          done="撤销了"
          refusedWords={{ 'not-found': '没有这个编号的证明，对着纸面再看一遍。', 'already-done': '这张证明已经撤销过了。' }}
          onSend={reason => call.volunteering.revokeCertificate({ code: code.trim(), reason })}
          onDone={done}
          onClose={close}
        />
      )}
    </Card>
  )
}
