import { EmptyState } from '#app/components/empty-state.tsx'
import { goSignIn } from '#app/platform/session'

/** Learning is one's own, so it needs a name to be kept under. */
export function SignedOut({ sentence }: { sentence: string }) {
  return (
    <EmptyState
      scene="lantern"
      sentence={sentence}
      line="学到哪里、记住多少，都替你记着，换手机也在。"
      action={{ word: '去登录', onPress: goSignIn }}
    />
  )
}
