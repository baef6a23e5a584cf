/** 长辈版 says 您. Only for sentences of the app, never for what people wrote. */
export const politeWords = (sentence: string, isElder: boolean) => (isElder ? sentence.replaceAll('你', '您') : sentence)
