import { Screen } from '#app/components/screen.tsx'

export default function Page() {
  return <Screen title="工作人员登录">…</Screen>
}
