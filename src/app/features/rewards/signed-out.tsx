import { EmptyState } from '#app/components/empty-state.tsx'
import { goSignIn } from '#app/platform/session'

/** Where only somebody signed in has something to see. */
export function SignedOut({ sentence }: { sentence: string }) {
  return <EmptyState scene="lantern" sentence={sentence} line="看有什么奖品，不用登录。" action={{ word: '去登录', onPress: goSignIn }} />
}
