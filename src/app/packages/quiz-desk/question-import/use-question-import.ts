import { useState } from 'react'
import type { ImportFault } from '#contract/quizzes-exchange'
import { importExtensions } from '#app/features/question-bank/import-rules'
import type { FormFact } from '#app/features/question-bank/question-form-rules'
import { call } from '#app/platform/call-operation'
import { newKey } from '#app/platform/outbox'
import { pickDocument } from '#app/platform/pick-document'
import { uploadDocument } from '#app/platform/upload'

export interface CheckedFile {
  name: string
  fileId: string
  rows: number
  faults: readonly ImportFault[]
  /** The same intent keeps its key, so that pressing twice takes the file in once. */
  idempotencyKey: string
}

export interface Importing {
  step: 'choosing' | 'checking' | 'checked' | 'importing' | 'done'
  file?: CheckedFile
  /** The fact of questions that name none. */
  fact?: FormFact
  error?: unknown
}

/** Choosing a file, looking at what is wrong with it, and taking it in whole. */
export function useQuestionImport() {
  const [held, setHeld] = useState<Importing>({ step: 'choosing' })

  const check = async (name: string, find: () => Promise<string>, fact: FormFact | undefined) => {
    setHeld(last => ({ step: 'checking', ...(last.file && { file: last.file }), ...(fact && { fact }) }))
    try {
      const fileId = await find()
      const { rows, faults } = await call.quizzes.importQuestions({ fileId, dryRun: true, ...(fact && { factId: fact.factId }) })
      setHeld({ step: 'checked', file: { name, fileId, rows, faults, idempotencyKey: newKey('import') }, ...(fact && { fact }) })
    } catch (error) {
      setHeld(last => ({ step: 'choosing', ...(last.fact && { fact: last.fact }), error }))
    }
  }

  const choose = async () => {
    const picked = await pickDocument(importExtensions)
    if (picked) await check(picked.name, () => uploadDocument(picked.path), held.fact)
  }

  const setFact = (fact: FormFact | undefined) => {
    const { file } = held
    if (file) void check(file.name, () => Promise.resolve(file.fileId), fact)
    else setHeld({ step: 'choosing', ...(fact && { fact }) })
  }

  const take = async () => {
    const { file, fact } = held
    if (!file) return
    setHeld({ ...held, step: 'importing', error: undefined })
    try {
      const { fileId, idempotencyKey } = file
      await call.quizzes.importQuestions({ fileId, dryRun: false, idempotencyKey, ...(fact && { factId: fact.factId }) })
      setHeld({ ...held, step: 'done', error: undefined })
    } catch (error) {
      setHeld({ ...held, step: 'checked', error })
    }
  }

  return { ...held, choose, setFact, take, startAgain: () => setHeld({ step: 'choosing' }) }
}
