import { View } from '@tarojs/components'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { surveyLink } from '#app/features/awareness/survey-link-rules'
import type { LinkCardsProps } from '#app/features/awareness/link-cards-shape'
import { copyText } from '#app/platform/share'
import { toast } from '#app/platform/toast'
import { stratumWords } from '#app/words/awareness'

/** On the phone nothing is printed: a link is copied, to be sent. */
export function LinkCardsSurface({ units, nameOf, base }: LinkCardsProps) {
  const copy = (token: string) => void copyText(surveyLink(token, base)).then(() => toast('链接复制好了'))
  return (
    <View>
      <ListGroup>
        {units.map(unit => (
          <ListRow
            key={unit.sampleId}
            title={`第 ${unit.number} 号`}
            line={`${nameOf(unit.communityId)} · ${stratumWords(unit)}`}
            icon="link"
            end="复制"
            onPress={() => copy(unit.token)}
          />
        ))}
      </ListGroup>
    </View>
  )
}

export const printPage: (() => void) | undefined = undefined
