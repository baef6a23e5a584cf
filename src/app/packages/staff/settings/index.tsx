import { Screen } from '#app/components/screen.tsx'

export default function Page() {
  return <Screen title="设置">…</Screen>
}
