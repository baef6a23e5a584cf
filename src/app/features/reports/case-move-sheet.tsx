import { View } from '@tarojs/components'
import { useState } from 'react'
import type { REPORT_PHOTOS_MAX, REPORT_TEXT_MAX } from '#contract/reports'
import type { AllowedMove, ReportDetail } from '#contract/report-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { CaseMasterPicker } from '#app/features/reports/case-master-picker.tsx'
import { asksForFreshPhoto, draftFor, fieldsFor, type MoveDraft } from '#app/features/reports/case-move-rules'
import { CaseReasonPicker } from '#app/features/reports/case-reason-picker.tsx'
import { CaseReviewPicker } from '#app/features/reports/case-review-picker.tsx'
import { CaseSheetFoot } from '#app/features/reports/case-sheet-foot.tsx'
import { CaseUnitPicker } from '#app/features/reports/case-unit-picker.tsx'
import { useCaseMove } from '#app/features/reports/use-case-move'
import { takePhoto } from '#app/platform/camera'
import { moveWords } from '#app/words/staff-moves'

// As types alone, so that the phone does not load the whole contract for two numbers.
const NOTE_LENGTH: typeof REPORT_TEXT_MAX = 500
const PHOTO_COUNT: typeof REPORT_PHOTOS_MAX = 3
const REFERRAL_LENGTH = 40

interface Props {
  report: ReportDetail
  move: AllowedMove
  /** What was typed when this sheet was last open. */
  kept?: MoveDraft
  onKeep: (draft: MoveDraft) => void
  readAgain: () => Promise<ReportDetail | undefined>
  onMoved: (sentence: string) => void
  onClose: () => void
}

/** Asks for what one move needs, and makes it. */
export function CaseMoveSheet({ report, move, kept, onKeep, readAgain, onMoved, onClose }: Props) {
  // The state it was opened in: after somebody else's move the words must not become those of another move.
  const [from] = useState(report.state)
  const [draft, setDraft] = useState(kept ?? draftFor(report, move.to))
  const making = useCaseMove(report, move, readAgain)
  const words = moveWords(from, move.to)
  const isAgreeing = move.to === 'suspended' && report.suspensionRequest !== undefined
  const isGone = report.state !== from || !report.moves.some(({ to }) => to === move.to)
  const change = (more: Partial<MoveDraft>) => {
    const next = { ...draft, ...more }
    setDraft(next)
    onKeep(next)
    making.say(undefined)
  }
  const confirm = async () => {
    if (await making.make(draft)) onMoved(`${report.number} ${words.done}`)
  }
  return (
    <BottomSheet isOpen onClose={onClose} title={words.question}>
      <MoveParts report={report} from={from} move={move} draft={draft} change={change} />
      <CaseSheetFoot
        intent={making}
        word={isAgreeing ? '同意挂账' : words.word}
        keyWord={words.key}
        isDanger={words.look === 'danger'}
        isGone={isGone}
        onConfirm={() => void confirm()}
      />
    </BottomSheet>
  )
}

interface PartsProps {
  report: ReportDetail
  from: ReportDetail['state']
  move: AllowedMove
  draft: MoveDraft
  change: (more: Partial<MoveDraft>) => void
}

function MoveParts({ report, from, move, draft, change }: PartsProps) {
  const fields = fieldsFor(from, move)
  const addPhoto = async () => {
    const taken = await takePhoto()
    if (!taken) return
    const albumPaths = taken.isFromAlbum ? [...draft.albumPaths, taken.path] : draft.albumPaths
    change({ photoPaths: [...draft.photoPaths, taken.path], albumPaths })
  }
  return (
    <View>
      {fields.hasUnit && (
        <CaseUnitPicker
          categoryCode={report.categoryCode}
          gridId={report.place.grid.areaId}
          value={draft.unitId}
          onChange={unitId => change({ unitId })}
        />
      )}
      {fields.hasMaster && <CaseMasterPicker report={report} value={draft.masterId} onChange={masterId => change({ masterId })} />}
      {fields.reasonCodes.length > 0 && (
        <CaseReasonPicker codes={fields.reasonCodes} value={draft.reasonCode} onChange={reasonCode => change({ reasonCode })} />
      )}
      {fields.hasReviewOn && <CaseReviewPicker now={new Date()} value={draft.reviewOn} onChange={reviewOn => change({ reviewOn })} />}
      {fields.hasReferral && (
        <View>
          <TextField label="转给谁" value={draft.referredTo} onChange={referredTo => change({ referredTo })} lengthMax={REFERRAL_LENGTH} />
          <TextField
            label="对方的编号（可不填）"
            value={draft.referenceNumber}
            onChange={referenceNumber => change({ referenceNumber })}
            lengthMax={REFERRAL_LENGTH}
          />
        </View>
      )}
      {fields.hasPhotos && (
        <View className="case-picker">
          <View className="case-picker__label">{fields.photoWord}</View>
          <PhotoGrid
            photos={draft.photoPaths.map(path => ({ url: path, thumbnailUrl: path }))}
            label={fields.photoWord}
            onRemove={index => change({ photoPaths: draft.photoPaths.filter((_, place) => place !== index) })}
            onAdd={draft.photoPaths.length < PHOTO_COUNT ? () => void addPhoto() : undefined}
            addWord="拍照"
          />
          {asksForFreshPhoto(draft, move) && (
            <View className="case-picker__hint" role="status">
              有一张像是相册里的，最好现场拍：核查的同志要看现在的样子。
            </View>
          )}
        </View>
      )}
      <TextArea label={fields.noteLabel} value={draft.note} onChange={note => change({ note })} lengthMax={NOTE_LENGTH} />
    </View>
  )
}
