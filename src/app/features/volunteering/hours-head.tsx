import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { MinutesByGrade } from '#contract/volunteering-shapes'
import { grades } from '#contract/volunteering-states'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { GradeMark } from '#app/features/volunteering/grade-mark.tsx'
import { minutesWords, starProgress, waitingSentences } from '#app/features/volunteering/hours-rules'
import { usePolite } from '#app/platform/use-polite'
import { gradeWords } from '#app/words/volunteering'
import './hours-head.scss'

const STARS = [1, 2, 3, 4, 5] as const

export interface Hours {
  minutes: number
  byGrade: MinutesByGrade
  onNotice: number
  frozen: number
  stars: number
  minutesToNextStar?: number
}

function Stars({ stars, minutesToNextStar }: Hours) {
  const { percent, hours } = starProgress(stars, minutesToNextStar)
  return (
    <View className="hours-head__stars-box">
      <View className="hours-head__stars" role="img" aria-label={`${stars} 星志愿者`}>
        {STARS.map(star => (
          <Icon key={star} name={star <= stars ? 'starred' : 'star'} size={22} className={star <= stars ? 'hours-head__star--lit' : ''} />
        ))}
      </View>
      {hours !== undefined && (
        <View>
          <View className="hours-head__track" aria-hidden>
            <View className="hours-head__done" style={{ width: `${percent}%` }} />
          </View>
          <View className="hours-head__line">{`再有 ${minutesWords(minutesToNextStar ?? 0)}，就是 ${stars + 1} 星（${hours} 小时）`}</View>
        </View>
      )}
    </View>
  )
}

function Explained() {
  return (
    <View>
      {grades.map(grade => (
        <View key={grade} className="hours-head__explained">
          <GradeMark grade={grade} />
          <View className="hours-head__explained-words">
            <View className="hours-head__grade">{gradeWords[grade].word}</View>
            <View className="hours-head__line">{gradeWords[grade].sentence}</View>
          </View>
        </View>
      ))}
    </View>
  )
}

/** What is final, by how well it is proved, and how far to the next star. */
export function HoursHead(hours: Hours) {
  const polite = usePolite()
  const [isExplaining, setIsExplaining] = useState(false)
  return (
    <View className="hours-head">
      <View className="hours-head__label">已确认的时长</View>
      <View className="hours-head__number">{minutesWords(hours.minutes)}</View>
      {waitingSentences(hours).map(sentence => (
        <View key={sentence} className="hours-head__line">
          {sentence}
        </View>
      ))}
      <Stars {...hours} />
      <View className="hours-head__grades">
        {grades.map(grade => (
          <View key={grade} className="hours-head__row">
            <GradeMark grade={grade} />
            <Text className="hours-head__grade">{gradeWords[grade].word}</Text>
            <Text className="hours-head__minutes">{minutesWords(hours.byGrade[grade])}</Text>
          </View>
        ))}
      </View>
      <Pressable className="hours-head__why" onPress={() => setIsExplaining(true)}>
        <View className="hours-head__why-inside">
          <Icon name="question" size={18} />
          <Text>这四级是什么意思</Text>
        </View>
      </Pressable>
      <BottomSheet isOpen={isExplaining} onClose={() => setIsExplaining(false)} title="时长的四级">
        <View className="hours-head__line">{polite('谁记录，谁证明。分级是为了让你的时长经得起问。')}</View>
        <Explained />
      </BottomSheet>
    </View>
  )
}
