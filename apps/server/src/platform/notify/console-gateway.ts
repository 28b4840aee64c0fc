import type { Gateway, OutgoingMessage } from './gateway.ts';

export interface ConsoleOptions {
  readonly print: (line: string) => void;
  /** Only where people and numbers are invented: a console is kept in files and read over shoulders. */
  readonly sayText: boolean;
}

const shown = ({ to }: OutgoingMessage): string =>
  'name' in to ? to.name : `${to.phone.slice(0, 3)}****${to.phone.slice(-4)}`;

/** Prints one line a message, until the office has connected its own way of sending. */
export const consoleGateway = ({ print, sayText }: ConsoleOptions): Gateway => ({
  async send(message) {
    print(
      sayText ? `[消息 → ${shown(message)}] ${message.text}` : `[消息] 已发出一条(${message.id})`,
    );
  },
});
