export { consoleGateway } from './console-gateway.ts';
export type { Gateway, OutgoingMessage } from './gateway.ts';
