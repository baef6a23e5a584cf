import { View } from '@tarojs/components'
import type { RuleVersion } from '#contract/points-shapes'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { capsWords, comingWords, earnWords, valueWords } from '#app/features/rewards/earn-words'
import type { call } from '#app/platform/call-operation'
import { usePolite } from '#app/platform/use-polite'
import './earn-view.scss'

export type Rules = Awaited<ReturnType<typeof call.points.listRules>>['rules']

const sentences = [
  '积分是一份谢意，不是报酬。志愿服务本来就是无偿的。',
  '上报的积分先记在“待到账”：你确认解决了，或十四天没有异议，就能用。',
  '到账的积分用到下一年的 12 月 31 日，先到期的先用。',
  '每一笔都写着为什么。核实后发现弄错了，会补一笔更正，从不改旧账。'
]

function Rule({ rule, coming }: { rule: RuleVersion; coming: readonly RuleVersion[] }) {
  const words = earnWords[rule.rule]
  const lines = [[valueWords(rule), capsWords(rule.caps)].filter(Boolean).join('，'), ...coming.map(comingWords)].filter(Boolean).join('。')
  return <ListRow icon={words.icon} title={words.word} {...(lines !== '' && { line: lines })} />
}

/** How points come about, as the rules in force say, and what they are good for. */
export function EarnView({ rules }: { rules: Rules }) {
  const polite = usePolite()
  return (
    <View>
      <Section title="现在的规则">
        <ListGroup>
          {rules.map(({ current, coming }) => (
            <Rule key={current.rule} rule={current} coming={coming} />
          ))}
        </ListGroup>
      </Section>
      <Section title="说清楚">
        {sentences.map(sentence => (
          <View key={sentence} className="earn__sentence">
            {polite(sentence)}
          </View>
        ))}
      </Section>
    </View>
  )
}
