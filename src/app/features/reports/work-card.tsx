import { Text, View } from '@tarojs/components'
import type { ReportCard } from '#contract/report-shapes'
import { Icon } from '#app/components/icon.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { dueOf } from '#app/features/reports/work-card-rules'
import { reportStateWords } from '#app/words/report-states'
import { escalationWord } from '#app/words/staff-escalation'
import './work-card.scss'

interface Props {
  card: ReportCard
  now: Date
  onPress: () => void
  /** It stands in the pane beside the list. */
  isOpen?: boolean
  /** In selection mode: whether it is ticked; absent outside it. */
  isTicked?: boolean
  /** Lists of many states name the state. */
  hasState?: boolean
}

export const workCardId = (reportId: string) => `work-card-${reportId}`

/** One case in a queue: what, where, how late, and who has already been told. */
export function WorkCard({ card, now, onPress, isOpen, isTicked, hasState }: Props) {
  const due = dueOf(card, now)
  const state = reportStateWords[card.state]
  const escalation = escalationWord(card.escalation)
  return (
    <Pressable
      id={workCardId(card.reportId)}
      className={`work-card${isOpen ? ' work-card--open' : ''}`}
      onPress={onPress}
      role={isTicked === undefined ? 'button' : 'checkbox'}
      isSelected={isTicked}
      isCurrent={isOpen}
    >
      <View className="work-card__inside">
        {isTicked !== undefined && (
          <View className={`work-card__tick${isTicked ? ' work-card__tick--on' : ''}`}>{isTicked && <Icon name="check" size={16} />}</View>
        )}
        <View className="work-card__photo">
          <Picture address={card.thumbnailUrl} label="" />
        </View>
        <View className="work-card__words">
          <View className="work-card__head">
            <Text className="work-card__name">{card.categoryName}</Text>
            {due && <Text className={`work-card__due work-card__due--${due.tone}`}>{due.words}</Text>}
          </View>
          <View className="work-card__line">
            <Text>
              {card.number} · {card.gridName}
            </Text>
          </View>
          {card.unitName && <View className="work-card__line">{card.unitName}</View>}
          <View className="work-card__marks">
            {hasState && <StateChip tone={state.tone} word={state.word} icon={state.icon} />}
            {card.isUrgent && <StateChip tone="bad" word="紧急" icon="alert" />}
            {escalation && <StateChip tone={card.isOverdue ? 'bad' : 'wait'} word={escalation} icon="bell" />}
            {card.reworkCount > 0 && <StateChip tone="wait" word={`返工 ${card.reworkCount} 次`} icon="undo" />}
          </View>
        </View>
      </View>
    </Pressable>
  )
}
