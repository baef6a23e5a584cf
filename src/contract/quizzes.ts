import { awarenessOperations } from '#contract/quizzes-awareness'
import { bankOperations } from '#contract/quizzes-bank'
import { contestOperations } from '#contract/quizzes-contests'
import { exchangeOperations } from '#contract/quizzes-exchange'
import { fieldingOperations } from '#contract/quizzes-fielding'
import { learningOperations } from '#contract/quizzes-learning'
import { statisticsOperations } from '#contract/quizzes-statistics'

/** 应知应会: the bank of questions, how it comes and goes as files, and learning from it. */
export const quizzes = {
  ...learningOperations,
  ...contestOperations,
  ...bankOperations,
  ...awarenessOperations,
  ...fieldingOperations,
  ...exchangeOperations,
  ...statisticsOperations
}
