import type { ReactNode } from 'react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { FieldQuestion } from '#app/features/fielding/field-question.tsx'
import { FieldReview } from '#app/features/fielding/field-review.tsx'
import { FormFoot } from '#app/features/fielding/form-foot.tsx'
import { firstOpen } from '#app/features/fielding/form-rules'
import { keptSurveys, type KeptSurvey } from '#app/features/fielding/kept-surveys'
import { SurveyEnd } from '#app/features/fielding/survey-end.tsx'
import { SurveyStart } from '#app/features/fielding/survey-start.tsx'
import { useSurvey } from '#app/features/fielding/use-survey'
import { useIsOnline } from '#app/platform/network'
import { outbox } from '#app/platform/outbox'
import type { OutboxEntry } from '#app/platform/outbox-queue'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

const Page = ({ footer, children }: { footer?: ReactNode; children: ReactNode }) => (
  <Screen title="知晓率调查" footer={footer}>
    {children}
  </Screen>
)

/** A survey answered by link: without signing in, at one's own pace, sent once. */
export function SurveyScreen({ token }: { token: string }) {
  const { survey, entry, error, again, send } = useSurvey(token)
  if (survey?.outcome)
    return (
      <Page>
        <SurveyEnd outcome={survey.outcome} />
      </Page>
    )
  if (entry) return <Sending entry={entry} />
  if (survey) return <Asking survey={survey} onSend={() => void send()} />
  return (
    <Page>
      {error === undefined ? (
        <Skeleton shape="lines" count={5} />
      ) : (
        <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
      )}
    </Page>
  )
}

function Asking({ survey, onSend }: { survey: KeptSurvey; onSend: () => void }) {
  const { token, title, items, choices, place } = survey
  const goTo = (next: number | undefined) => keptSurveys.goTo(token, next)
  const next = firstOpen(items, choices)
  const item = place === undefined ? undefined : items[place]
  if (place === undefined)
    return (
      <Page footer={<Button word={Object.keys(choices).length > 0 ? '接着答' : '开始'} onPress={() => goTo(next)} />}>
        <SurveyStart title={title} count={items.length} />
      </Page>
    )
  if (!item)
    return (
      <Page footer={<FormFoot word="送出" isDisabled={next < items.length} onNext={onSend} onBack={() => goTo(items.length - 1)} />}>
        <FieldReview title="都答完了，再看一眼" line="想改哪一题就点哪一题。送出以后就不能改了。" {...{ items, choices }} onChange={goTo} />
      </Page>
    )
  const choice = choices[item.itemId]
  const onward = place + 1 < items.length && next === items.length ? items.length : place + 1
  return (
    <Page
      footer={
        <FormFoot
          word={onward < items.length ? '下一题' : '看一遍'}
          isDisabled={!choice}
          onNext={() => goTo(onward)}
          backWord={place === 0 ? '返回' : '上一题'}
          onBack={() => goTo(place === 0 ? undefined : place - 1)}
        />
      }
    >
      <FieldQuestion {...{ item, place, choice }} total={items.length} onChoose={made => keptSurveys.choose(token, item.itemId, made)} />
    </Page>
  )
}

/** On its way, or kept until there is a line; either way nothing is left to do here. */
function Sending({ entry }: { entry: OutboxEntry }) {
  const isOnline = useIsOnline()
  if (entry.refusal)
    return (
      <Page>
        <ErrorState
          sentence="这份答案没能送到，它还在手机里。"
          action={{ word: '再送一次', icon: 'refresh', onPress: () => outbox.retry(entry.id) }}
        />
      </Page>
    )
  const isHeldUp = !isOnline || entry.attempts > 0
  return (
    <Page footer={<Button word="现在再送一次" icon="refresh" isLoading={!isHeldUp} onPress={() => void outbox.flush()} />}>
      <EmptyState
        scene="letters"
        sentence={isHeldUp ? '网络没连上，答案先存在手机里' : '正在送出'}
        line={isHeldUp ? '连上网再打开这一页，会自己送出，一题也不会丢。' : '马上就好。'}
      />
    </Page>
  )
}
