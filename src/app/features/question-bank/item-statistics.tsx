import { Text, View } from '@tarojs/components'
import type { ItemStatistics, OptionStatistics } from '#contract/quizzes-statistics'
import { Icon } from '#app/components/icon.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import {
  discriminationWords,
  facilityWords,
  intervalWords,
  itemFlagWords,
  medianWords,
  shareWords,
  tooFewWords
} from '#app/words/item-statistics'
import './item-statistics.scss'

/** How a question does, by the first answers of people; a line where nobody answered it yet. */
export function ItemStatisticsPart({ questionId, version }: { questionId: string; version: number }) {
  const asked = useAsked(() => call.quizzes.getItemStatistics({ questionId }), [questionId, version])
  // The question is there without it: what cannot be read now is left out.
  if (asked.state === 'failed' && !asked.value) return null
  const [item] = asked.value?.items ?? []
  return (
    <Section title="答得怎么样">
      {!asked.value && <Skeleton shape="lines" count={2} />}
      {asked.value && !item && <View className="item-statistics__line">这一版还没有人答过。每天夜里算一次前一天的答题。</View>}
      {item && <Counted item={item} />}
    </Section>
  )
}

function Counted({ item }: { item: ItemStatistics }) {
  const { n, right, flags, options, medianMilliseconds, discrimination, facility, low, high } = item
  const tooFew = tooFewWords(item)
  return (
    <View>
      {flags.map(flag => (
        <View key={flag} className="item-statistics__flag">
          <Notice tone={itemFlagWords[flag].tone} icon={itemFlagWords[flag].icon}>
            {`${itemFlagWords[flag].word}：${itemFlagWords[flag].line}`}
          </Notice>
        </View>
      ))}
      <View className="item-statistics__card">
        <View className="item-statistics__number">{facilityWords({ facility })}</View>
        <View className="item-statistics__line">{`${n} 人第一次答，${right} 人答对；${intervalWords({ low, high })}。`}</View>
        <View className="item-statistics__track" aria-hidden>
          <View className="item-statistics__interval" style={{ left: `${100 * low}%`, width: `${100 * (high - low)}%` }} />
          <View className="item-statistics__point" style={{ left: `${100 * facility}%` }} />
        </View>
        {options.length > 0 && (
          <View className="item-statistics__options" role="list" aria-label="各选项有多少人选">
            {options.map(option => (
              <OptionBar key={option.optionId} option={option} />
            ))}
          </View>
        )}
        <View className="item-statistics__line">
          {[medianMilliseconds !== undefined && medianWords(medianMilliseconds), discriminationWords(discrimination)]
            .filter(Boolean)
            .join('；')}
        </View>
        {tooFew && <View className="item-statistics__line">{tooFew}</View>}
      </View>
    </View>
  )
}

function OptionBar({ option: { text, share, count, isKey } }: { option: OptionStatistics }) {
  return (
    <View className="item-statistics__option" role="listitem">
      <View className="item-statistics__option-head">
        <Text className="item-statistics__option-text">{text}</Text>
        {isKey && (
          <View className="item-statistics__key">
            <Icon name="check" size={16} />
            <Text>对的</Text>
          </View>
        )}
        <Text className="item-statistics__share">{`${shareWords(share)}，${count} 人`}</Text>
      </View>
      <View className="item-statistics__bar" aria-hidden>
        <View className={`item-statistics__part${isKey ? ' item-statistics__part--key' : ''}`} style={{ width: `${100 * share}%` }} />
      </View>
    </View>
  )
}
