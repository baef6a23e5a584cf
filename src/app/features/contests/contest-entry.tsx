import { View } from '@tarojs/components'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { ContestCard } from '#app/features/contests/contest-card.tsx'
import { firstToName } from '#app/features/contests/contest-rules'
import { CONTESTS_PATH } from '#app/features/contests/paths'
import { call } from '#app/platform/call-operation'
import { address, go } from '#app/platform/navigation'
import { serverNow } from '#app/platform/server-clock'
import { requireSignIn } from '#app/platform/session'
import { useAsked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'

async function openAll() {
  if (await requireSignIn(address(CONTESTS_PATH)).catch(() => undefined)) go(CONTESTS_PATH)
}

/** The way from the page of quizzes to the contests; the one that matters now is named. */
export function ContestEntry({ personId }: { personId: string | undefined }) {
  const now = useNow()
  const asked = useAsked(async () => (personId ? call.quizzes.listContests({}) : undefined), [personId])
  const contests = asked.value?.contests ?? []
  const first = personId ? firstToName(contests, serverNow()) : undefined
  return (
    <View>
      {first && <ContestCard contest={first.contest} now={now} kicker="知识竞赛" />}
      <ListGroup>
        <ListRow
          icon="flag"
          title={first ? '全部竞赛' : '知识竞赛'}
          line={lineOf(asked.value ? contests.length : undefined, personId)}
          onPress={() => void openAll()}
        />
      </ListGroup>
    </View>
  )
}

function lineOf(count: number | undefined, personId: string | undefined): string {
  if (!personId) return '限时答一份卷子，结束后看排名'
  // Whether there is one is not known before the server said so, or while it cannot be asked.
  if (count === undefined) return '限时答一份卷子，结束后看排名'
  return count > 0 ? '以往的卷子、成绩和排名' : '现在没有竞赛，有了会在这里'
}
