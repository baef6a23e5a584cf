import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { QrCode } from '#app/components/qr-code.tsx'
import { qrSvg } from '#app/components/qr-drawing-rules'
import { Section } from '#app/components/section.tsx'
import { deployment } from '#app/platform/deployment'
import { saveDocument } from '#app/platform/save-document'
import { usePerson } from '#app/platform/session'
import { usePolite } from '#app/platform/use-polite'
import './paper-card.scss'

/** For pockets without a phone: staff scan it, and nobody can check in with it alone. */
export function PaperCard({ code }: { code: string }) {
  const polite = usePolite()
  const person = usePerson()
  const save = () => saveDocument('志愿者纸质卡.svg', qrSvg(code, 'Q'), 'image/svg+xml').catch(() => undefined)
  return (
    <Section title="我的纸质卡">
      <View className="paper-card">
        <QrCode text={code} ecc="Q" label="我的纸质卡" side="160px" />
        <View className="paper-card__name">{person?.displayName}</View>
        <View className="paper-card__line">
          {polite('不带手机也能来：打印出来放进口袋，到了给工作人员扫。这张卡只有工作人员能扫，自己扫没有用。')}
        </View>
        {deployment.isBrowser ? (
          <Button word="保存下来打印" look="quiet" icon="download" onPress={() => void save()} />
        ) : (
          <View className="paper-card__line">截屏保存，或请社区帮你打印。</View>
        )}
      </View>
    </Section>
  )
}
