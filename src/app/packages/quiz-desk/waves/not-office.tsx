import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { deployment } from '#app/platform/deployment'
import { go, replace } from '#app/platform/navigation'

/** To anybody but the city office there are no surveys. */
export function NotOffice() {
  return (
    <Screen title="知晓率调查">
      <ErrorState
        sentence="知晓率调查由创建办的督导员、管理员和编辑来办，你现在的身份看不到。"
        action={{ word: '换个身份登录', onPress: () => (deployment.isBrowser ? replace(staffPaths.signIn) : go('/pages/me/index')) }}
      />
    </Screen>
  )
}
