import { View } from '@tarojs/components'
import { useState } from 'react'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { useSentReports } from '#app/features/reports/sending-notes'
import { go } from '#app/platform/navigation'
import { justSentWords } from '#app/words/report-queue'

/** What went out of the outbox while this page is there: the number of each, and the way to it. */
export function JustSent() {
  const sent = useSentReports()
  const [known] = useState(() => new Set(Object.keys(sent)))
  const fresh = Object.entries(sent).filter(([key]) => !known.has(key))
  if (fresh.length === 0) return null
  return (
    <View role="status">
      <ListGroup>
        {fresh.map(([key, { number, reportId }]) => (
          <ListRow
            key={key}
            icon="done"
            title={justSentWords(number)}
            line="点开看进展"
            onPress={() => go('/pages/report-detail/index', { reportId })}
          />
        ))}
      </ListGroup>
    </View>
  )
}
