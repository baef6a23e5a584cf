import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SampleUnit, Wave } from '#contract/awareness-shapes'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { Notice } from '#app/components/notice.tsx'
import { CARDS_A_PAGE, csvOf, listHeads, listRows } from '#app/features/awareness/link-list-rules'
import { forgetLinks } from '#app/features/awareness/told-links'
import { xlsxOf } from '#app/features/awareness/xlsx-file-rules'
import { browserAddress } from '#app/platform/page-address'
import { saveDocument } from '#app/platform/save-document'
import { useWarnBeforeLeaving } from '#app/platform/warn-before-leaving'
// Without an alias and an ending, so that the build may take `link-cards-surface.h5.tsx` in the browser.
import { LinkCardsSurface, printPage } from './link-cards-surface'
import './link-cards.scss'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const WIDTHS = [8, 22, 8, 16, 80]

interface Props {
  wave: Wave
  units: readonly SampleUnit[]
  nameOf: (communityId: string) => string
  /** The one of all communities that is shown; all of them without. */
  chooseCommunity: ReactNode
  communityId?: string
  onForgotten: () => void
}

/** One-time links as they were told: to print, to download, and then to let go of. */
export function LinkCards({ wave, units, nameOf, chooseCommunity, communityId, onForgotten }: Props) {
  const [isLeaving, setIsLeaving] = useState(false)
  const base = browserAddress()
  useWarnBeforeLeaving(true)
  const shown = communityId === undefined ? units : units.filter(unit => unit.communityId === communityId)
  const rows = () => [listHeads, ...listRows(shown, nameOf, base)]
  const name = `survey-links-${wave.opensOn}`
  const forget = () => {
    forgetLinks(wave.waveId)
    setIsLeaving(false)
    onForgotten()
  }
  return (
    <View>
      <View className="wave-links__tools">
        <Notice tone="wait" icon="alert">
          链接只说这一次，系统里不留。先打印或下载，再离开这一页；关掉或刷新网页就没有了，只能重新生成，旧的作废。
        </Notice>
        <View className="wave-links__choice">{chooseCommunity}</View>
        <View className="wave-links__line">
          {`${shown.length} 个链接${printPage ? `，打印 ${Math.ceil(shown.length / CARDS_A_PAGE)} 张 A4，每张 ${CARDS_A_PAGE} 份` : ''}。谁拿到链接谁就能答，像选票一样保管。`}
        </View>
        <View className="wave-links__acts">
          {printPage && <Button word="打印" icon="poster" isNarrow onPress={printPage} />}
          <Button
            word="下载 XLSX"
            icon="download"
            look="quiet"
            isNarrow
            onPress={() => void saveDocument(`${name}.xlsx`, xlsxOf(rows(), WIDTHS), XLSX)}
          />
          <Button
            word="下载 CSV"
            icon="download"
            look="quiet"
            isNarrow
            onPress={() => void saveDocument(`${name}.csv`, csvOf(rows()), 'text/csv')}
          />
          <Button word="都存好了，收起链接" look="quiet" isNarrow onPress={() => setIsLeaving(true)} />
        </View>
      </View>
      <LinkCardsSurface wave={wave} units={shown} nameOf={nameOf} base={base} />
      <ConfirmDialog
        isOpen={isLeaving}
        title="链接都印好或下载好了吗？"
        sentence={`收起后这 ${units.length} 个链接不能再看。丢了可以重新生成，但已经发出去的会作废。`}
        confirmWord="都存好了"
        cancelWord="再看看"
        onConfirm={forget}
        onClose={() => setIsLeaving(false)}
      />
    </View>
  )
}
