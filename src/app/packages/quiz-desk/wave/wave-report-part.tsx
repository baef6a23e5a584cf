import { View } from '@tarojs/components'
import type { Wave } from '#contract/awareness-shapes'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ReportView } from '#app/features/awareness/report-view.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { call } from '#app/platform/call-operation'
import { openDocument } from '#app/platform/open-document'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** The findings, once they are final, and the ways to take them along. */
export function WaveReportPart({ wave: { waveId, state } }: { wave: Wave }) {
  const { value, error, again } = useAsked(() => call.quizzes.getWaveReport({ waveId }), [waveId, state])
  if (value) {
    return (
      <View>
        <Downloads waveId={waveId} />
        <ReportView report={value} />
      </View>
    )
  }
  if (error === undefined) return <Skeleton shape="card" count={2} />
  return <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
}

function Downloads({ waveId }: { waveId: string }) {
  const { act, isActing, fault } = useAct()
  const download = (format: 'pdf' | 'xlsx') =>
    void act(async () => openDocument((await call.quizzes.exportWaveReport({ waveId, format })).url, format))
  return (
    <View className="wave-view__acts">
      <ActFault fault={fault} />
      <View className="wave-acts">
        {(['pdf', 'xlsx'] as const).map(format => (
          <Button
            key={format}
            word={`下载 ${format.toUpperCase()}`}
            icon="download"
            look="quiet"
            isNarrow
            isDisabled={isActing}
            onPress={() => download(format)}
          />
        ))}
      </View>
    </View>
  )
}
