import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RuleVersion } from '#contract/points-shapes'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { capsWords, comingWords, earnWords, valueWords } from '#app/features/rewards/earn-words'
import { RuleSheet } from '#app/packages/staff/points/rule-sheet.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import '#app/features/organising/sheet-form.scss'

type Listed = Awaited<ReturnType<typeof call.points.listRules>>['rules'][number]

const linesOf = ({ current, coming, givenThisYear }: Listed) =>
  [
    capsWords(current.caps),
    current.budget !== undefined && `今年预算 ${current.budget} 分`,
    givenThisYear !== undefined && `今年给了 ${givenThisYear} 分`,
    ...coming.map(comingWords)
  ]
    .filter(Boolean)
    .join(' · ')

/** Every rule in force and to come; a tap writes the next version. */
export function RuleSettings({ now }: { now: Date }) {
  const asked = useAsked(() => call.points.listRules({}), [])
  const [chosen, setChosen] = useState<RuleVersion | undefined>(undefined)
  if (!asked.value)
    return asked.state === 'waiting' ? (
      <Skeleton shape="rows" count={6} />
    ) : (
      <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
    )
  return (
    <View>
      <Notice tone="info" icon="info">
        改规则不改旧账：已经记下的积分按当时的规则。只有创建办的管理员能改。
      </Notice>
      <View className="sheet-form__gap" />
      <ListGroup>
        {asked.value.rules.map(listed => (
          <ListRow
            key={listed.current.rule}
            icon={earnWords[listed.current.rule].icon}
            title={earnWords[listed.current.rule].word}
            line={linesOf(listed)}
            end={valueWords(listed.current)}
            onPress={() => setChosen(listed.current)}
          />
        ))}
      </ListGroup>
      {chosen && (
        <RuleSheet
          rule={chosen}
          now={now}
          onClose={() => setChosen(undefined)}
          onDone={() => {
            setChosen(undefined)
            void asked.again()
          }}
        />
      )}
    </View>
  )
}
