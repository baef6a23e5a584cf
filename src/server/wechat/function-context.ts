/** What WeChat says of a cloud-function call. */
export interface FunctionContext {
  openid?: string
  /** Where the call came from: `wx_client`, `wx_trigger`, … */
  source?: string
}

/**
 * WeChat hands the context of each call over in the environment: `WX_CONTEXT_KEYS` names the variables that are set for this
 * one. It must be read inside `main`, before anything is awaited, and never kept: the next call of this instance has another.
 */
export function readFunctionContext(environment: NodeJS.ProcessEnv): FunctionContext {
  const isSet = (environment.WX_CONTEXT_KEYS ?? '').split(',').includes('WX_OPENID')
  return {
    ...(isSet && environment.WX_OPENID && { openid: environment.WX_OPENID }),
    ...(environment.TCB_SOURCE && { source: environment.TCB_SOURCE })
  }
}

/** The last link of the chain of sources: a function called by a trigger through another has `wx_trigger,…` before it. */
export const isFromTrigger = ({ openid, source }: FunctionContext) => openid === undefined && source?.split(',').at(-1) === 'wx_trigger'
