import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { timeOf } from '#app/features/organising/city-time-rules'
import { useDeskScans } from '#app/features/organising/desk-scan-store'
import { scanChip, scanRefusalWords } from '#app/features/organising/desk-scan-words'
import type { DeskScanner } from '#app/features/organising/use-desk-scanner'
import { canScanOnSite } from '#app/platform/scan'
import { phaseWords } from '#app/words/organising'
import type { PresencePhase } from '#contract/volunteering-states'
import './desk-scan-part.scss'

const SHOWN_COUNT = 8
const CODE_LENGTH_MAX = 200

interface Props {
  shiftId: string
  phase: PresencePhase
  scanner: DeskScanner
}

/** 反扫: the camera on volunteers' codes one after another, their eight digits typed where there is no camera, and what came of it. */
export function DeskScanPart({ shiftId, phase, scanner }: Props) {
  const [typed, setTyped] = useState('')
  const scans = useDeskScans(shiftId)
  const canScan = canScanOnSite()
  const takeTyped = async () => {
    if (await scanner.takeText(typed)) setTyped('')
  }
  const answerWalkIn = (isWelcome: boolean) => (setTyped(''), void scanner.answerWalkIn(isWelcome))
  return (
    <View className="desk-scan">
      {canScan && (
        <Button
          word={`扫志愿者的码（${phaseWords[phase]}）`}
          icon="scan"
          isLoading={scanner.isBusy}
          onPress={() => void scanner.scanOn()}
        />
      )}
      <View className="desk-scan__typed">
        <View className="desk-scan__field">
          <TextField
            label={`输入他的 8 位数（${phaseWords[phase]}）`}
            placeholder="在他的“我的码”下面"
            value={typed}
            onChange={setTyped}
            lengthMax={CODE_LENGTH_MAX}
            onSubmit={() => void takeTyped()}
          />
        </View>
        <Button
          word="登记"
          look={canScan ? 'quiet' : 'primary'}
          isNarrow
          isLoading={scanner.isBusy}
          isDisabled={typed.trim() === ''}
          onPress={() => void takeTyped()}
        />
      </View>
      <ActFault fault={scanner.fault} />
      {scans.length === 0 && <View className="desk-scan__line">请志愿者打开“志愿”里的“我的码”，或拿出纸卡。登记了的人会列在这里。</View>}
      {scans.length > 0 && (
        <View className="desk-scan__list" role="log" aria-label="刚刚登记的">
          {scans.slice(0, SHOWN_COUNT).map(scan => (
            <View key={scan.scanId} className="desk-scan__row">
              <View className="desk-scan__words">
                <View className="desk-scan__name">{scan.maskedName ?? '还不知道是谁'}</View>
                <View className="desk-scan__line">{`${timeOf(scan.scannedAt)} ${phaseWords[scan.phase]}`}</View>
                {scan.refusal && <View className="desk-scan__refusal">{scanRefusalWords(scan.refusal)}</View>}
              </View>
              <StateChip {...scanChip[scan.state]} />
            </View>
          ))}
        </View>
      )}
      <ConfirmDialog
        isOpen={scanner.walkIn !== undefined}
        title="他没有报这个时段"
        sentence="还有空名额的话，可以当场登记他加入；正在保留给候补的名额不能占。"
        confirmWord="登记他加入"
        cancelWord="不登记"
        onConfirm={() => answerWalkIn(true)}
        onClose={() => answerWalkIn(false)}
      />
    </View>
  )
}
