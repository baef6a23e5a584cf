import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Certificate } from '#contract/volunteering-shapes'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { CertificateSheet } from '#app/features/volunteering/certificate-sheet.tsx'
import { minutesWords } from '#app/features/volunteering/hours-rules'
import { call } from '#app/platform/call-operation'
import { openDocument } from '#app/platform/open-document'
import { copyText } from '#app/platform/share'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'
import { certificateWords } from '#app/words/volunteering'
import './certificate-part.scss'

type Issued = Certificate & { pdfUrl: string; verifyUrl: string }

async function open(pdfUrl: string) {
  try {
    await openDocument(pdfUrl, 'pdf')
  } catch (error) {
    toast(wordsForError(error))
  }
}

async function copyVerifyAddress(verifyUrl: string) {
  await copyText(verifyUrl)
  toast('链接已复制，谁打开都能查')
}

function IssuedCard({ certificate }: { certificate: Issued }) {
  const { word, tone, icon, sentence } = certificateWords[certificate.state]
  return (
    <Card className="certificate-part__card">
      <View className="certificate-part__head">
        <View className="certificate-part__code">{certificate.code}</View>
        <StateChip word={word} tone={tone} icon={icon} />
      </View>
      <View className="certificate-part__line">
        {certificate.from} 到 {certificate.to}，{certificate.activityCount} 次活动，{minutesWords(certificate.minutes)}
      </View>
      {certificate.state !== 'valid' && <View className="certificate-part__line">{certificate.revokedReason ?? sentence}</View>}
      {certificate.state === 'valid' && (
        <View className="certificate-part__acts">
          <Button word="打开 PDF" look="quiet" icon="download" isNarrow onPress={() => void open(certificate.pdfUrl)} />
          <Button word="复制验证链接" look="quiet" icon="link" isNarrow onPress={() => void copyVerifyAddress(certificate.verifyUrl)} />
        </View>
      )}
    </Card>
  )
}

const SHOWN_MAX = 3

/** Certificates that were issued, and a new one for a period. */
export function CertificatePart({ now, firstDay }: { now: Date; firstDay: string }) {
  const issued = useAsked(() => call.volunteering.listMyCertificates({}), [])
  const [isChoosing, setIsChoosing] = useState(false)
  const certificates = issued.value?.certificates ?? []
  return (
    <Section title="志愿服务记录证明">
      {certificates.slice(0, SHOWN_MAX).map(certificate => (
        <IssuedCard key={certificate.code} certificate={certificate} />
      ))}
      <Button word="开一张证明" icon="edit" onPress={() => setIsChoosing(true)} />
      <View className="certificate-part__line">不收费。写明每一级的时长，谁都能扫码查真假。</View>
      <CertificateSheet isOpen={isChoosing} onClose={() => setIsChoosing(false)} onIssued={issued.again} firstDay={firstDay} now={now} />
    </Section>
  )
}
