import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { usePolite } from '#app/platform/use-polite'

interface Props {
  isShown: boolean
  onChange: (isShown: boolean) => void
}

/** Whether the ranking may show me. Nobody is shown who did not say so. */
export function RankingChoice({ isShown, onChange }: Props) {
  const polite = usePolite()
  return (
    <ListGroup>
      <ListRow
        icon="eye"
        title={polite('排名里显示我')}
        line={polite(isShown ? '结束后别人看到打码的名字和成绩，随时能改' : '现在不显示，只有你自己看得到名次')}
        role="switch"
        isSelected={isShown}
        end={<SwitchMark isOn={isShown} />}
        onPress={() => onChange(!isShown)}
      />
    </ListGroup>
  )
}
