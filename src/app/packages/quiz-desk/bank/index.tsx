import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { addressOf, filterFrom, startFilter, type BankFilter } from '#app/features/question-bank/bank-filter-rules'
import { keepsBank } from '#app/features/question-bank/bank-role-rules'
import { BankFacts } from '#app/packages/quiz-desk/bank/bank-facts.tsx'
import { BankQuestions } from '#app/packages/quiz-desk/bank/bank-questions.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { deployment } from '#app/platform/deployment'
import { keepInAddress } from '#app/platform/keep-in-address'
import { go, replace, useParams } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import './index.scss'

type Part = 'questions' | 'facts'
const parts = [
  { value: 'questions', word: '题目' },
  { value: 'facts', word: '知识点' }
] as const satisfies readonly { value: Part; word: string }[]

/** 题库: the questions with what waits for a review first, and the facts they hang on. */
export default function BankPage() {
  if (keepsBank(usePerson()?.grants ?? [])) return <Bank />
  return (
    <Screen title="题库">
      <ErrorState
        sentence="题库由编辑来管，你现在的身份看不到。"
        action={{ word: '换个身份登录', onPress: () => (deployment.isBrowser ? replace(staffPaths.signIn) : go('/pages/me/index')) }}
      />
    </Screen>
  )
}

function Bank() {
  const arrived = useParams()
  const [part, setPart] = useState<Part>(arrived.part === 'facts' ? 'facts' : 'questions')
  const [filter, setFilter] = useState<BankFilter>(() => filterFrom(arrived))
  const [openId, setOpenId] = useState<string | undefined>(arrived.question)
  useEffect(() => {
    const shown = { ...addressOf(filter), ...(openId && { question: openId }) }
    keepInAddress(staffPaths.bank, part === 'facts' ? { part } : shown)
  }, [part, filter, openId])
  const showFact = (factId: string) => {
    setFilter({ ...startFilter, state: 'all', factId })
    setOpenId(undefined)
    setPart('questions')
  }
  return (
    <Screen title="题库" width="wide">
      <View className="bank__parts">
        <View className="bank__part">
          <Segmented label="看题目还是知识点" options={parts} value={part} onChange={setPart} />
        </View>
        <Button word="统计" icon="eye" look="quiet" isNarrow onPress={() => go(staffPaths.questionStatistics)} />
        <Button word="导入导出" icon="boxes" look="quiet" isNarrow onPress={() => go(staffPaths.questionImport)} />
      </View>
      {part === 'questions' ? (
        <BankQuestions filter={filter} onFilter={setFilter} openId={openId} onOpen={setOpenId} />
      ) : (
        <BankFacts onQuestions={({ factId }) => showFact(factId)} />
      )}
    </Screen>
  )
}
