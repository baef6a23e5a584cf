/** Where whoever holds a token answers; no sign-in. */
export const SURVEY_PATH = '/packages/quiz/survey/index'

/**
 * The public address of a token, as a QR code or a message says it.
 * @param base where the browser build is opened, e.g. `https://city.example.cn/`.
 */
export const surveyLink = (token: string, base: string) => `${base}#${SURVEY_PATH}?token=${encodeURIComponent(token)}`
