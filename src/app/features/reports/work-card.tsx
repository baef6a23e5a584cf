import { View } from '@tarojs/components'
import type { ReportCard } from '#contract/report-shapes'
import { Icon } from '#app/components/icon.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { dueOf, marksOf } from '#app/features/reports/work-card-rules'
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

/**
 * One case in a queue: what, where, how late, and who has already been told. Twenty of them travel to the phone's screen at
 * once, so it is made of few nodes: marks carry their shape in CSS.
 */
export function WorkCard({ card, now, onPress, isOpen, isTicked, hasState }: Props) {
  const due = dueOf(card, now)
  const marks = marksOf(card, hasState)
  return (
    <Pressable
      id={workCardId(card.reportId)}
      className={`work-card${isOpen ? ' work-card--open' : ''}`}
      onPress={onPress}
      role={isTicked === undefined ? 'button' : 'checkbox'}
      isSelected={isTicked}
      isCurrent={isOpen}
    >
      {isTicked !== undefined && (
        <View className={`work-card__tick${isTicked ? ' work-card__tick--on' : ''}`}>{isTicked && <Icon name="check" size={16} />}</View>
      )}
      <Picture className="work-card__photo" address={card.thumbnailUrl} label="" />
      <View className="work-card__words">
        <View className="work-card__head">
          <View className="work-card__name">{card.categoryName}</View>
          {due && <View className={`work-card__due work-card__due--${due.tone}`}>{due.words}</View>}
        </View>
        <View className="work-card__line">{`${card.number} · ${card.communityName}${card.gridName}`}</View>
        {card.unitName && <View className="work-card__line">{card.unitName}</View>}
        {marks.length > 0 && (
          <View className="work-card__marks">
            {marks.map(({ word, tone }) => (
              <View key={word} className={`work-card__mark work-card__mark--${tone}`}>
                {word}
              </View>
            ))}
          </View>
        )}
      </View>
    </Pressable>
  )
}
