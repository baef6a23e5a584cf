import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Category, ReportDetail } from '#contract/report-shapes'
import type { REPORT_TEXT_MAX } from '#contract/reports'
import type { Point } from '#contract/shapes'
import { AreaMap } from '#app/components/area-map.tsx'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { CaseSheetFoot } from '#app/features/reports/case-sheet-foot.tsx'
import { CategorySheet } from '#app/features/reports/category-sheet.tsx'
import { useCaseIntent } from '#app/features/reports/use-case-intent'
import { useCategories } from '#app/features/reports/use-categories'
import { useGridShapes } from '#app/features/reports/use-grid-shapes'
import { usePlaceName } from '#app/features/reports/use-place-name'
import { call } from '#app/platform/call-operation'
import { nameWords } from '#app/words/report-form'
import { caseActionWords } from '#app/words/staff-moves'

const NOTE_LENGTH: typeof REPORT_TEXT_MAX = 500

interface Props {
  report: ReportDetail
  readAgain: () => Promise<ReportDetail | undefined>
  onDone: (sentence: string) => void
  onClose: () => void
}

/** The map moves under a pin that stands still; where it was put is where it begins. */
function PlaceChoice({ start, onMove }: { start: Point; onMove: (point: Point) => void }) {
  const [point, setPoint] = useState(start)
  const name = usePlaceName(point)
  const named = name.kind === 'named' ? name.place : undefined
  const polygons = useGridShapes(named?.community.areaId, named?.grid.areaId)
  const move = (next: Point) => {
    setPoint(next)
    onMove(next)
  }
  return (
    <Section title="在哪里">
      <AreaMap label="挪动地图，把针指到对的地方" centre={start} polygons={polygons} zoom={17} isPicker onMove={move} height="260px" />
      <View className="case-body__address" role="status">
        {nameWords(name)}
      </View>
    </Section>
  )
}

const isMoved = (from: Point, to: Point) => from.longitude !== to.longitude || from.latitude !== to.latitude

/** Puts category and place right; the time runs by the right category from when the state began. */
export function CaseCorrectSheet({ report, readAgain, onDone, onClose }: Props) {
  const { categories } = useCategories()
  const [category, setCategory] = useState<Pick<Category, 'code' | 'name'>>({ code: report.categoryCode, name: report.categoryName })
  const [point, setPoint] = useState<Point>(report.point)
  const [note, setNote] = useState('')
  const [isChoosing, setIsChoosing] = useState(false)
  const intent = useCaseIntent(report, readAgain)
  const words = caseActionWords.correct
  const changes = {
    ...(category.code !== report.categoryCode && { categoryCode: category.code }),
    ...(isMoved(report.point, point) && { point })
  }
  const confirm = async () => {
    if (Object.keys(changes).length === 0) return intent.say('类别和位置都没有改。换一类，或者挪一挪地图。')
    const told = { reportId: report.reportId, ...changes, ...(note.trim() && { note: note.trim() }) }
    if (await intent.send(sent => call.reports.correctReport({ ...sent, ...told }))) onDone(`${report.number} ${words.done}`)
  }
  return (
    <>
      <BottomSheet isOpen onClose={onClose} title={words.question}>
        <ListGroup>
          <ListRow title={category.name} line="类别" end="换一类" onPress={() => setIsChoosing(true)} />
        </ListGroup>
        <PlaceChoice start={report.point} onMove={setPoint} />
        <TextArea label="为什么改（可不填，居民也看得到）" value={note} onChange={setNote} lengthMax={NOTE_LENGTH} />
        <CaseSheetFoot intent={intent} word={words.word} keyWord={words.key} isGone={!report.mayCorrect} onConfirm={() => void confirm()} />
      </BottomSheet>
      {categories && (
        <CategorySheet
          isOpen={isChoosing}
          onClose={() => setIsChoosing(false)}
          categories={categories}
          chosenCode={category.code}
          onChoose={next => {
            setCategory(next)
            setIsChoosing(false)
          }}
        />
      )}
    </>
  )
}
