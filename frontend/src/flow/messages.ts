import { useMessages, type Messages } from '../lib/i18n';
import { flow as en, type FlowMessages } from './messages.en';
import { flow as zh } from './messages.zh';

export const flowMessages: Messages<FlowMessages> = { en, zh };

export function useFlowMessages(): FlowMessages {
  return useMessages(flowMessages);
}
