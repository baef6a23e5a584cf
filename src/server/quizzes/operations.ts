import { answerWave } from '#server/quizzes/awareness/answer-wave'
import { closeWave } from '#server/quizzes/awareness/close-wave'
import { createWave } from '#server/quizzes/awareness/create-wave'
import { drawSample } from '#server/quizzes/awareness/draw-sample'
import { exportWaveReport } from '#server/quizzes/awareness/export-wave-report'
import { getWave } from '#server/quizzes/awareness/get-wave'
import { getWaveForm } from '#server/quizzes/awareness/get-wave-form'
import { getWaveReport } from '#server/quizzes/awareness/get-wave-report'
import { listSample } from '#server/quizzes/awareness/list-sample'
import { listWaves } from '#server/quizzes/awareness/list-waves'
import { logNonResponse } from '#server/quizzes/awareness/log-non-response'
import { openWave } from '#server/quizzes/awareness/open-wave'
import { proposeQuestions } from '#server/quizzes/awareness/propose-questions'
import { renewTokens } from '#server/quizzes/awareness/renew-tokens'
import { reportWave } from '#server/quizzes/awareness/report-wave'
import { suggestSample } from '#server/quizzes/awareness/suggest-sample'
import { getQuestion } from '#server/quizzes/bank/get-question'
import { listFacts } from '#server/quizzes/bank/list-facts'
import { listQuestions } from '#server/quizzes/bank/list-questions'
import { moveQuestion } from '#server/quizzes/bank/move-question'
import { saveQuestion } from '#server/quizzes/bank/save-question'
import { suspendFact } from '#server/quizzes/bank/suspend-fact'
import { cancelContest } from '#server/quizzes/contests/cancel-contest'
import { chooseRanking } from '#server/quizzes/contests/choose-ranking'
import { getContest } from '#server/quizzes/contests/get-contest'
import { getContestRanking } from '#server/quizzes/contests/get-contest-ranking'
import { getPlannedContest } from '#server/quizzes/contests/get-planned-contest'
import { listContests } from '#server/quizzes/contests/list-contests'
import { listPlannedContests } from '#server/quizzes/contests/list-planned-contests'
import { publishContest } from '#server/quizzes/contests/publish-contest'
import { saveContest } from '#server/quizzes/contests/save-contest'
import { startContest } from '#server/quizzes/contests/start-contest'
import { exportQuestions } from '#server/quizzes/exchange/export-questions'
import { getImportTemplate } from '#server/quizzes/exchange/get-import-template'
import { importQuestions } from '#server/quizzes/exchange/import-questions'
import { findInterviewers } from '#server/quizzes/fielding/find-interviewers'
import { getMyFieldwork } from '#server/quizzes/fielding/get-my-fieldwork'
import { giveBackInterviews } from '#server/quizzes/fielding/give-back-interviews'
import { listInterviewers } from '#server/quizzes/fielding/list-interviewers'
import { listInterviews } from '#server/quizzes/fielding/list-interviews'
import { logInterviewAttempt } from '#server/quizzes/fielding/log-interview-attempt'
import { recordInterview } from '#server/quizzes/fielding/record-interview'
import { setInterviewers } from '#server/quizzes/fielding/set-interviewers'
import { takeInterviews } from '#server/quizzes/fielding/take-interviews'
import { answerItem } from '#server/quizzes/learning/answer-item'
import { finishAttempt } from '#server/quizzes/learning/finish-attempt'
import { getAttempt } from '#server/quizzes/learning/get-attempt'
import { getMyKnowledge } from '#server/quizzes/learning/get-my-knowledge'
import { listMyMistakes } from '#server/quizzes/learning/list-my-mistakes'
import { listTopics } from '#server/quizzes/learning/list-topics'
import { startChallenge } from '#server/quizzes/learning/start-challenge'
import { startDaily } from '#server/quizzes/learning/start-daily'
import { startMistakes } from '#server/quizzes/learning/start-mistakes'
import { startTopic } from '#server/quizzes/learning/start-topic'
import { getItemStatistics } from '#server/quizzes/statistics/get-item-statistics'

/** Every operation of `quizzes`, by its name in the contract. */
export const quizzes = {
  answerItem,
  answerWave,
  cancelContest,
  chooseRanking,
  closeWave,
  createWave,
  drawSample,
  exportQuestions,
  exportWaveReport,
  findInterviewers,
  finishAttempt,
  getAttempt,
  getContest,
  getContestRanking,
  getImportTemplate,
  getItemStatistics,
  getMyFieldwork,
  getMyKnowledge,
  getPlannedContest,
  getQuestion,
  getWave,
  getWaveForm,
  getWaveReport,
  giveBackInterviews,
  importQuestions,
  listContests,
  listFacts,
  listInterviewers,
  listInterviews,
  listMyMistakes,
  listPlannedContests,
  listQuestions,
  listSample,
  listTopics,
  listWaves,
  logInterviewAttempt,
  logNonResponse,
  moveQuestion,
  openWave,
  proposeQuestions,
  publishContest,
  recordInterview,
  renewTokens,
  reportWave,
  saveContest,
  saveQuestion,
  setInterviewers,
  startChallenge,
  startContest,
  startDaily,
  startMistakes,
  startTopic,
  suggestSample,
  suspendFact,
  takeInterviews
}
