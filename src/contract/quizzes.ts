import { awarenessOperations } from '#contract/quizzes-awareness'
import { bankOperations } from '#contract/quizzes-bank'
import { exchangeOperations } from '#contract/quizzes-exchange'
import { learningOperations } from '#contract/quizzes-learning'

/** 应知应会: the bank of questions, how it comes and goes as files, and learning from it. */
export const quizzes = { ...learningOperations, ...bankOperations, ...awarenessOperations, ...exchangeOperations }
