import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { QuestionDetail } from '#contract/quiz-shapes'
import { Button } from '#app/components/button.tsx'
import { KeptNotice } from '#app/components/kept-notice.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { draftOf } from '#app/features/question-bank/question-form-rules'
import { ReturnNotice } from '#app/features/question-bank/return-notice.tsx'
import { QuestionPreview } from '#app/features/question-bank/question-preview.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { EditorFields } from '#app/packages/quiz-desk/question/editor-fields.tsx'
import { NewerSheet } from '#app/packages/quiz-desk/question/newer-sheet.tsx'
import { useQuestionForm } from '#app/packages/quiz-desk/question/use-question-form'
import { back, replace } from '#app/platform/navigation'
import { useIsWide } from '#app/platform/use-is-wide'
import { faultWords, formPlaceWords } from '#app/words/question-words'
import './question-editor.scss'

interface Props {
  saved?: QuestionDetail
  onAgain?: () => Promise<void>
}

/** Writing a question; beside it, on a phone below, how a resident will see it. */
export function QuestionEditor({ saved, onAgain }: Props) {
  const writing = useQuestionForm(saved)
  const isWide = useIsWide()
  const [isComparing, setIsComparing] = useState(false)
  const { form, isStale } = writing
  useEffect(() => {
    if (isStale) void onAgain?.()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- read once when it is found to be stale
  }, [isStale])
  const save = async () => {
    const card = await writing.save()
    if (!card) return
    if (saved) back()
    else replace(staffPaths.question, { question: card.questionId })
  }
  const foot = (
    <View>
      <ActFault fault={writing.fault} />
      <Button word={saved ? '存成新的一版' : '存好，交给审核'} isLoading={writing.isSaving} onPress={() => void save()} />
    </View>
  )
  return (
    <Screen title={saved ? '改题' : '写题'} width="wide" footer={isWide ? undefined : foot}>
      <View className="question-editor">
        <View className="question-editor__form">
          {saved?.returned && <ReturnNotice returned={saved.returned} isMine={saved.isMine} />}
          {saved && isStale ? (
            <Notice tone="wait" icon="people">
              <View>有人先存了新的一版，你写的都还在。</View>
              <View className="question-editor__notice-act">
                <Button word="看看新的一版" look="quiet" isNarrow onPress={() => setIsComparing(true)} />
              </View>
            </Notice>
          ) : (
            writing.isKept && <KeptNotice onStartOver={() => writing.startOver(saved)} />
          )}
          <EditorFields form={form} faults={writing.faults} onChange={writing.change} />
          <FaultSummary faults={writing.faults} isFill={form.type === 'fill'} />
          {isWide && foot}
        </View>
        <View className="question-editor__preview">
          <LivePreview form={form} />
        </View>
      </View>
      {saved && isComparing && (
        <NewerSheet
          newer={saved}
          onKeepMine={() => {
            writing.goOnFrom(saved.version)
            setIsComparing(false)
          }}
          onTakeNewer={() => {
            writing.startOver(saved)
            setIsComparing(false)
          }}
          onClose={() => setIsComparing(false)}
        />
      )}
    </Screen>
  )
}

/** Where something is still wrong, in one look above the button. */
function FaultSummary({ faults, isFill }: { faults: readonly string[]; isFill: boolean }) {
  if (faults.length === 0) return null
  const places = [...new Set(faults.map(fault => formPlaceWords[faultWords(fault, isFill).place]))]
  return (
    <View role="alert">
      <Notice tone="bad" icon="alert">{`还没存：看看${places.join('、')}下面的红字。`}</Notice>
    </View>
  )
}

function LivePreview({ form }: { form: Parameters<typeof draftOf>[0] }) {
  const [isKeyShown, setIsKeyShown] = useState(false)
  return (
    <Section title="居民会看到" action={{ word: isKeyShown ? '藏起答案' : '显示答案', onPress: () => setIsKeyShown(!isKeyShown) }}>
      <QuestionPreview draft={draftOf(form)} isKeyShown={isKeyShown} />
    </Section>
  )
}
