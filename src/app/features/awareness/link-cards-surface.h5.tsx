import { View } from '@tarojs/components'
import { QrCode } from '#app/components/qr-code.tsx'
import type { LinkCardsProps } from '#app/features/awareness/link-cards-shape'
import { pagesOf } from '#app/features/awareness/link-list-rules'
import { surveyLink } from '#app/features/awareness/survey-link-rules'
import { periodWords, stratumWords } from '#app/words/awareness'
import './link-cards-surface.h5.scss'

/** Eight cards a page of A4, with lines to cut along. On paper nobody is spoken to by their settings, so it says 您. */
export function LinkCardsSurface({ wave, units, nameOf, base }: LinkCardsProps) {
  return (
    <View className="link-cards">
      {pagesOf(units).map(page => (
        <View key={page[0]?.sampleId} className="link-cards__page">
          {page.map(unit => (
            <View key={unit.sampleId} className="link-card">
              <View className="link-card__words">
                <View className="link-card__title">{wave.title}</View>
                <View className="link-card__place">{`${nameOf(unit.communityId)} · ${stratumWords(unit)} · 第 ${unit.number} 号`}</View>
                <View className="link-card__text">
                  {`您好！请您花两分钟答 ${wave.questionCount} 道题。不记姓名，不问电话，答什么都不会影响您；不知道就选“不知道”，一样帮到我们。`}
                </View>
                <View className="link-card__text">{`扫右边的码作答，${periodWords(wave)}有效，只能答一次。谢谢您！`}</View>
                <View className="link-card__link">{surveyLink(unit.token, base)}</View>
              </View>
              <View className="link-card__code">
                <QrCode text={surveyLink(unit.token, base)} label={`第 ${unit.number} 号的链接`} ecc="Q" />
              </View>
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

export const printPage = () => window.print()
