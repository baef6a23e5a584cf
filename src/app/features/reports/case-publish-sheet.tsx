import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ReportDetail } from '#contract/report-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { CaseCover } from '#app/features/reports/case-cover.tsx'
import type { Rectangle } from '#app/features/reports/case-cover-rules'
import { comparedOf } from '#app/features/reports/case-photos.tsx'
import { CaseSheetFoot } from '#app/features/reports/case-sheet-foot.tsx'
import { useCaseIntent } from '#app/features/reports/use-case-intent'
import { call } from '#app/platform/call-operation'
import { caseActionWords } from '#app/words/staff-moves'
import './case-publish-sheet.scss'

const SUMMARY_LENGTH_MIN = 2
const SUMMARY_LENGTH_MAX = 120

interface Props {
  report: ReportDetail
  readAgain: () => Promise<ReportDetail | undefined>
  onDone: (sentence: string) => void
  onClose: () => void
}

type Photo = ReportDetail['photos'][number]

interface ChoiceProps {
  label: string
  photos: readonly Photo[]
  chosenId?: string
  onChoose: (photoId: string | undefined) => void
}

function PhotoChoice({ label, photos, chosenId, onChoose }: ChoiceProps) {
  if (photos.length === 0) return null
  return (
    <View className="case-publish__choice" role="group" aria-label={label}>
      <View className="case-publish__label">{label}</View>
      <View className="case-publish__photos">
        {photos.map((photo, index) => (
          <Pressable
            key={photo.photoId}
            className={`case-publish__photo${photo.photoId === chosenId ? ' case-publish__photo--chosen' : ''}`}
            isSelected={photo.photoId === chosenId}
            label={`${label}，第 ${index + 1} 张`}
            onPress={() => onChoose(photo.photoId === chosenId ? undefined : photo.photoId)}
          >
            <Picture address={photo.thumbnailUrl} label="" />
          </Pressable>
        ))}
      </View>
    </View>
  )
}

/** Nothing becomes public by itself: a person chooses the pictures, covers what must not be seen, and says it in a sentence. */
export function CasePublishSheet({ report, readAgain, onDone, onClose }: Props) {
  const compared = comparedOf(report)
  const [beforeId, setBeforeId] = useState(compared.before?.photoId)
  const [afterId, setAfterId] = useState(compared.after?.photoId)
  const [covers, setCovers] = useState<Record<string, readonly Rectangle[]>>({})
  const [summary, setSummary] = useState('')
  const [isLookedAt, setIsLookedAt] = useState(false)
  const intent = useCaseIntent(report, readAgain)
  const words = caseActionWords.publish
  const chosen = report.photos.filter(photo => photo.photoId === beforeId || photo.photoId === afterId)
  const wordOf = (photo: Photo) => (photo.kind === 'after' ? '处理后' : '处理前')
  const confirm = async () => {
    if (summary.trim().length < SUMMARY_LENGTH_MIN) return intent.say('写一句结果，居民一看就懂。')
    if (chosen.length > 0 && !isLookedAt) return intent.say('先看一遍照片，再打开“看过了”。')
    const photos = chosen.map(({ photoId }) => ({ photoId, rectangles: [...(covers[photoId] ?? [])] }))
    if (await intent.send(() => call.reports.publishReport({ reportId: report.reportId, summary: summary.trim(), photos })))
      onDone(`${report.number} ${words.done}`)
  }
  return (
    <BottomSheet isOpen onClose={onClose} title={words.question}>
      <PhotoChoice
        label="处理前"
        photos={report.photos.filter(({ kind }) => kind !== 'after')}
        chosenId={beforeId}
        onChoose={setBeforeId}
      />
      <PhotoChoice
        label="处理后"
        photos={report.photos.filter(photo => photo.kind === 'after' && !compared.refused.includes(photo))}
        chosenId={afterId}
        onChoose={setAfterId}
      />
      {chosen.map(photo => (
        <CaseCover
          key={photo.photoId}
          address={photo.url}
          label={wordOf(photo)}
          rectangles={covers[photo.photoId] ?? []}
          onChange={rectangles => setCovers(all => ({ ...all, [photo.photoId]: rectangles }))}
        />
      ))}
      <TextArea
        label="一句话结果"
        placeholder="如：路口的垃圾清走了，加了一个垃圾桶"
        value={summary}
        onChange={setSummary}
        lengthMax={SUMMARY_LENGTH_MAX}
      />
      {chosen.length > 0 && (
        <ListGroup>
          <ListRow
            title="看过了：人脸、车牌、门牌都遮住了"
            role="switch"
            isSelected={isLookedAt}
            end={<SwitchMark isOn={isLookedAt} />}
            onPress={() => setIsLookedAt(!isLookedAt)}
          />
        </ListGroup>
      )}
      <CaseSheetFoot
        intent={intent}
        word={words.word}
        keyWord={words.key}
        isGone={report.state !== 'closed'}
        onConfirm={() => void confirm()}
      />
    </BottomSheet>
  )
}
