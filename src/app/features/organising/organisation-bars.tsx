import { View } from '@tarojs/components'
import type { MinutesByGrade } from '#contract/volunteering-shapes'
import { grades } from '#contract/volunteering-states'
import { EmptyState } from '#app/components/empty-state.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { allMinutes, hoursWords, percentOf, sharesOf, TYPED_SHARE_MAX_PERCENT } from '#app/features/organising/grade-share-rules'
import { gradeWords } from '#app/words/volunteering'
import './organisation-bars.scss'

interface Organisation {
  organisationId: string
  name: string
  byGrade: MinutesByGrade
  typedShare: number
  openFlagCount: number
}

/** Minutes by grade, one bar an organisation, all on one scale; the share that was typed in beside it. */
export function OrganisationBars({ organisations }: { organisations: readonly Organisation[] }) {
  if (organisations.length === 0) return <EmptyState scene="garden" sentence="还没有时长。" />
  const longest = Math.max(...organisations.map(({ byGrade }) => allMinutes(byGrade)))
  return (
    <View className="organisation-bars">
      <View className="organisation-bars__line">{grades.map(grade => `${grade} ${gradeWords[grade].word}`).join(' · ')}</View>
      {organisations.map(({ organisationId, name, byGrade, typedShare, openFlagCount }) => {
        const shares = sharesOf(byGrade, longest)
        const typed = percentOf(typedShare)
        const spoken = shares.map(({ grade, minutes }) => `${grade} 级 ${hoursWords(minutes)}`).join('，')
        return (
          <View key={organisationId} className="organisation-bars__one">
            <View className="organisation-bars__head">
              <View className="organisation-bars__name">{name}</View>
              <View className="organisation-bars__sum">{hoursWords(allMinutes(byGrade))}</View>
            </View>
            <View className="organisation-bars__bar" role="img" aria-label={`${name}：${spoken || '还没有时长'}`}>
              {shares.map(({ grade, minutes, widthPercent }) => (
                <View
                  key={grade}
                  className={`organisation-bars__piece organisation-bars__piece--${grade}`}
                  style={{ width: `${widthPercent}%` }}
                  aria-hidden
                >
                  {widthPercent > 8 ? grade : ''}
                  {minutes > 0 && widthPercent > 28 ? ` ${hoursWords(minutes)}` : ''}
                </View>
              ))}
            </View>
            <View className="organisation-bars__marks">
              {typed > TYPED_SHARE_MAX_PERCENT ? (
                <StateChip tone="bad" word={`补录 ${typed}%`} />
              ) : (
                <View className="organisation-bars__line">{`补录 ${typed}%`}</View>
              )}
              {openFlagCount > 0 && <StateChip tone="wait" word={`${openFlagCount} 个疑点`} icon="flag" />}
            </View>
          </View>
        )
      })}
    </View>
  )
}
