import { wrongField } from '../../platform/refusal.ts';

/** The password of the demonstration is printed for everybody to read: it protects nothing. */
const PUBLIC = ['quanzoutong-demo'];

/** Refuses a password that anybody would try first. Errors: `invalid-input` with the field. */
export function refuseGuessable(password: string, username: string, path: string): void {
  const plain = password.trim().toLowerCase();
  if (PUBLIC.includes(plain))
    throw wrongField(path, '这个密码是公开的演示密码,请换一个', 'guessable');
  if (plain === username.toLowerCase() || new Set(plain).size < 4)
    throw wrongField(path, '这个密码太容易猜到,请换一个', 'guessable');
}
