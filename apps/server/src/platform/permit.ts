import { PERMISSION_TABLE, type Permission } from '@qzt/domain/org';
import type { Actor } from './actor.ts';
import { Refusal } from './refusal.ts';

/** Stops whoever may not. Errors: `not-permitted`, naming the act in Chinese. */
export function permit(actor: Actor, permission: Permission): void {
  if (!actor.permissions.has(permission))
    throw new Refusal('not-permitted', {
      detail: `您的岗位不能“${PERMISSION_TABLE[permission].label}”,请找有权限的同事`,
    });
}
