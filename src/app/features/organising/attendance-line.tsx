import { Text, View } from '@tarojs/components'
import type { RosterLine } from '#contract/volunteering-shapes'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { timeOf } from '#app/features/organising/city-time-rules'
import { proofOf } from '#app/features/organising/roster-rules'
import { flagWords, staffAttendanceWords, staffSignUpWords } from '#app/words/organising'
import { gradeWords, hourStateWords, signalWords } from '#app/words/volunteering'
import './attendance-line.scss'

/** One person at one shift: what was seen, what it comes to, and what stands against it. */
export function AttendanceLine({ line, number }: { line: RosterLine; number?: number }) {
  const { attendance, state, creditMinutes, grade, entryState, flags, disputeNote } = line
  const times = { 签到: line.checkedInAt, 签退: line.checkedOutAt, 中间: undefined }
  const entry = entryState && hourStateWords[entryState]
  return (
    <View className="attendance-line">
      <View className="attendance-line__head">
        <View className="attendance-line__name" role="heading" aria-level={2}>
          {number !== undefined && <Text className="attendance-line__number">{number}</Text>}
          <Text>{line.maskedName}</Text>
        </View>
        {attendance === 'none' ? <StateChip {...staffSignUpWords[state]} /> : <StateChip {...staffAttendanceWords[attendance]} />}
        {entry && <StateChip tone={entry.tone} word={`时长${entry.word}`} icon={entry.icon} />}
      </View>
      {disputeNote && <Notice tone="wait" icon="chat">{`本人说：${disputeNote}`}</Notice>}
      {flags.map(kind => (
        <Notice key={kind} tone="bad" icon="flag">
          <View>{flagWords[kind].word}</View>
          <View>{flagWords[kind].line}</View>
        </Notice>
      ))}
      {attendance === 'flagged' && (
        <Notice tone="info" icon="info">
          疑点由创建办核清，核清之前不能认定。
        </Notice>
      )}
      {attendance === 'none' && <View className="attendance-line__none">没有签到签退的记录。</View>}
      {attendance !== 'none' && (
        <ListGroup>
          {proofOf(line).map(({ word, signals }) => (
            <ListRow
              key={word}
              title={[word, times[word] && timeOf(times[word])].filter(Boolean).join(' ')}
              line={signals.length > 0 ? signals.map(signal => signalWords[signal]).join('、') : '没有记录'}
            />
          ))}
          <ListRow
            title="算多少"
            line={grade && gradeWords[grade].sentence}
            end={creditMinutes > 0 ? `${creditMinutes} 分钟${grade ? ` · ${grade} 级` : ''}` : '0 分钟'}
          />
        </ListGroup>
      )}
    </View>
  )
}
