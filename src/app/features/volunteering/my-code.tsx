import { View } from '@tarojs/components'
import { ErrorState } from '#app/components/error-state.tsx'
import { QrCode } from '#app/components/qr-code.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { useMyCode } from '#app/features/volunteering/use-my-code'
import { useFullBrightness } from '#app/platform/brightness'
import { useAwakeScreen } from '#app/platform/keep-awake'
import { Refused } from '#app/platform/refused'
import { usePerson } from '#app/platform/session'
import { usePolite } from '#app/platform/use-polite'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './my-code.scss'

/** 1234 5678: read out in two breaths. */
const grouped = (digits: string) => `${digits.slice(0, 4)} ${digits.slice(4)}`

const noNetwork = '没有网络，码显示不了。请工作人员扫你的纸质卡，或在名单上找你。'

/** My own code, full of light and as large as it goes, for staff to scan. */
export function MyCode() {
  const polite = usePolite()
  const person = usePerson()
  const { code, error, secondsLeft } = useMyCode(true)
  useAwakeScreen(true)
  useFullBrightness()
  if (!code && error === undefined) return <Skeleton shape="card" />
  if (!code)
    return error instanceof Refused ? (
      <ErrorState sentence={wordsForReading(error)} action={wayOn(error, () => undefined)} />
    ) : (
      <ErrorState sentence={noNetwork} />
    )
  return (
    <View className="my-code">
      <View className="my-code__sentence">{polite('请工作人员扫你的码')}</View>
      <View className="my-code__frame">
        <QrCode text={code.code} label="我的码" />
      </View>
      <View className="my-code__digits" role="text" aria-label={`数字 ${code.digits.split('').join(' ')}`}>
        {grouped(code.digits)}
      </View>
      <View className="my-code__line">{error !== undefined ? '网络断了，正在重连' : `${secondsLeft ?? 0} 秒后自动换新`}</View>
      <View className="my-code__line">{person?.displayName}</View>
      <View className="my-code__hint">{polite('工作人员当面扫你的码，可信度最高。截图没有用，码每 15 秒换一次。')}</View>
    </View>
  )
}
