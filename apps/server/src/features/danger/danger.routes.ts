import { dangerEndpoints } from '@qzt/contract/danger';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import type { Dangers } from './dangers.ts';

/** Questions a second from one address above which the cards ask to wait. */
const QUESTIONS = 24;

/** The cards of danger: public, and small enough that every desk holds them before they are needed. */
export function dangerRoutes(app: FastifyInstance, dangers: Dangers, options: MountOptions): void {
  const { views, numbers, recognition } = dangers;
  mount(app, dangerEndpoints.listDangers, { ...options, perSecond: QUESTIONS }, async () => ({
    dangers: views,
    numbers,
    recognition,
  }));
}
