import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { KNOWLEDGE_PATH, MISTAKES_PATH, type Beginning } from '#app/features/quizzes/paths'
import { go } from '#app/platform/navigation'
import { usePolite } from '#app/platform/use-polite'

interface Props {
  mine?: { mistakeCount: number; dueCount: number; openAttemptId?: string }
  onStart: (beginning: Beginning) => void
}

const mistakesLine = (count: number) => (count > 0 ? `${count} 道，看看解释，再练一遍` : '现在一道也没有')

/** The other ways from here: what was begun, what went wrong, what is remembered, and a race against the clock. */
export function MyWays({ mine, onStart }: Props) {
  const { openAttemptId } = mine ?? {}
  const polite = usePolite()
  return (
    <ListGroup>
      {openAttemptId && (
        <ListRow icon="history" title="接着答" line="上次有一组没答完" onPress={() => onStart({ attemptId: openAttemptId })} />
      )}
      <ListRow
        icon="hourglass"
        title="挑战答题"
        line={polite('一题 20 秒，看你一口气能答对几道')}
        onPress={() => onStart({ mode: 'challenge' })}
      />
      {mine && <ListRow icon="list" title="错题本" line={mistakesLine(mine.mistakeCount)} onPress={() => go(MISTAKES_PATH)} />}
      {mine && <ListRow icon="bulb" title="我学会了多少" line="每个专题，学会了几条" onPress={() => go(KNOWLEDGE_PATH)} />}
    </ListGroup>
  )
}
