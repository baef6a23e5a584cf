import { View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { badgeWords } from '#app/words/rewards'
import type { call } from '#app/platform/call-operation'
import './badges-view.scss'

export type Badge = Awaited<ReturnType<typeof call.points.listMyBadges>>['badges'][number]

const longDate = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

function OneBadge({ badge }: { badge: Badge }) {
  const { word, line, icon, unit } = badgeWords[badge.kind]
  const isEarned = badge.earnedOn !== undefined
  const standing = badge.earnedOn ? longDate(badge.earnedOn) : `还差 ${Math.max(0, badge.needs - badge.has)} ${unit}`
  return (
    <View className="badge" role="listitem" aria-label={`${word}，${line}，${isEarned ? `${standing}获得` : standing}`}>
      <View className={`badge__medal${isEarned ? ' badge__medal--earned' : ''}`} aria-hidden>
        <Icon name={icon} size={30} />
      </View>
      <View className="badge__name">{word}</View>
      <View className="badge__line">{line}</View>
      <View className={isEarned ? 'badge__line badge__line--earned' : 'badge__line'}>{standing}</View>
    </View>
  )
}

/** Badges of verified facts: those earned in colour, the others with how far they are. */
export function BadgesView({ badges }: { badges: readonly Badge[] }) {
  const inOrder = [...badges].sort((a, b) => Number(b.earnedOn !== undefined) - Number(a.earnedOn !== undefined))
  return (
    <View className="badges" role="list">
      {inOrder.map(badge => (
        <OneBadge key={badge.kind} badge={badge} />
      ))}
    </View>
  )
}
