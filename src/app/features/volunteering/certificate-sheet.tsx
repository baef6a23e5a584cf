import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { cityDay } from '#app/words/city-day'
import { usualPeriods } from '#app/features/volunteering/hours-rules'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import { wordsForError } from '#app/words/refusals'
import './join-sheet.scss'

interface Props {
  isOpen: boolean
  onClose: () => void
  onIssued: () => Promise<unknown>
  firstDay: string
  now: Date
}

const OWN = '自己选'

/** Over which period; the certificate is made at once and stands in the list then. */
export function CertificateSheet({ isOpen, onClose, onIssued, firstDay, now }: Props) {
  const today = cityDay(now)
  const periods = usualPeriods(today, firstDay)
  const [word, setWord] = useState('今年')
  const [own, setOwn] = useState({ from: `${today.slice(0, 4)}-01-01`, to: today })
  const [typedName, setTypedName] = useState('')
  const name = typedName.trim()
  const [isSending, setIsSending] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const { from, to } = periods.find(period => period.word === word) ?? own
  const issue = async () => {
    setIsSending(true)
    setFault(undefined)
    try {
      await sendOnce('certificate', { from, to, ...(name && { trueName: name }) }, keyed => call.volunteering.issueCertificate(keyed))
      onClose()
    } catch (error) {
      setFault(wordsForError(error))
    } finally {
      setIsSending(false)
      await onIssued()
    }
  }
  const options = [...periods.map(period => period.word), OWN].map(one => ({ value: one, word: one }))
  return (
    <BottomSheet isOpen={isOpen} onClose={onClose} title="哪一段时间的证明">
      <Segmented label="时间" options={options} value={word} onChange={setWord} />
      {word === OWN && (
        <View className="join-sheet__acts">
          <DateField label="从" value={own.from} last={own.to} onChange={day => setOwn({ ...own, from: day })} />
          <DateField label="到" value={own.to} first={own.from} last={today} onChange={day => setOwn({ ...own, to: day })} />
        </View>
      )}
      <View className="join-sheet__acts">
        <TextField label="姓名（选填）" placeholder="证明上要印的真实姓名" value={typedName} onChange={setTypedName} lengthMax={20} />
        <View className="join-sheet__sentence">
          {name.length > 0 ? '全名只印在你的证明上，别人扫码核验时只看到姓。' : '不填，证明上只印称呼的第一个字，如“周**”。'}
        </View>
        <View className="join-sheet__sentence">只写已经确认的时长。同一段时间再开，旧的一张会标明已换新。</View>
        {fault && (
          <Notice tone="bad" icon="alert">
            {fault}
          </Notice>
        )}
        <Button
          word="开证明"
          isLoading={isSending}
          isDisabled={!from || !to || from > to || name.length === 1}
          onPress={() => void issue()}
        />
      </View>
    </BottomSheet>
  )
}
