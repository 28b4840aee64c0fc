import { z } from 'zod';
import { endpoint, Id, Named, Phone, textOf } from '../shared/index.ts';

const Role = z.string().regex(/^[a-z][A-Za-z]{1,29}$/, { message: '请从名单里选一类' });

/**
 * An entry of the telephone book. `phone` of a private person is masked (`masked: true`) until somebody asks for it by
 * name. `shipped`: a number that came with the product and that the committee has not replaced; `standing` says how far
 * it may be trusted.
 */
export const PhoneEntry = z.object({
  id: z.string(),
  role: z.string(),
  name: z.string(),
  phone: z.string(),
  masked: z.boolean(),
  private: z.boolean(),
  note: z.string().nullable(),
  position: z.int(),
  standing: z.string(),
  shipped: z.boolean(),
  changedBy: Named.nullable(),
  changedAt: z.string().nullable(),
  version: z.int(),
});
export type PhoneEntry = z.infer<typeof PhoneEntry>;

const fields = {
  role: Role,
  name: textOf(60),
  phone: Phone,
  private: z.boolean().optional(),
  note: textOf(200).optional(),
  position: z.int().min(0).max(999).default(0),
};

const problems = ['not-permitted', 'not-found', 'invalid-input'] as const;

export const phonebookEndpoints = {
  listPhones: endpoint({
    method: 'GET',
    path: '/api/v1/phonebook',
    summary: '电话本',
    description:
      'The telephone book of the caller’s committee in its order, emergency numbers first. Reading it is logged. Numbers of private people are masked.',
    status: 200,
    answer: z.object({ items: z.array(PhoneEntry) }),
    problems: ['not-permitted'],
  }),
  revealPhone: endpoint({
    method: 'POST',
    path: '/api/v1/phonebook/:id/reveal',
    summary: '查看完整号码',
    description:
      'The full number of one entry, for a stated purpose, which is logged with the name of who asked. It writes nothing else.',
    params: z.strictObject({ id: Id }),
    body: z.strictObject({ purpose: textOf(60) }),
    status: 200,
    answer: PhoneEntry,
    problems,
  }),
  addPhone: endpoint({
    method: 'POST',
    path: '/api/v1/phonebook',
    summary: '添一个号码',
    description:
      'Adds an entry. One with the role of a shipped number replaces that number in the book of this committee.',
    body: z.strictObject({ id: Id, ...fields }),
    status: 201,
    answer: PhoneEntry,
    writes: true,
    problems: [...problems, 'id-exists'],
  }),
  changePhone: endpoint({
    method: 'PUT',
    path: '/api/v1/phonebook/:id',
    summary: '改一个号码',
    description:
      'Puts an entry in the place of the one with the version in `If-Match`. A number left out of a private entry stays as it is.',
    params: z.strictObject({ id: Id }),
    body: z.strictObject({ ...fields, phone: Phone.optional() }),
    status: 200,
    answer: PhoneEntry,
    versioned: true,
    problems: [...problems, 'version-conflict', 'version-required'],
  }),
  removePhone: endpoint({
    method: 'DELETE',
    path: '/api/v1/phonebook/:id',
    summary: '拿掉一个号码',
    description:
      'Takes an entry out of the book and destroys the key of its number. `If-Match` carries the version that was seen.',
    params: z.strictObject({ id: Id }),
    status: 204,
    versioned: true,
    problems: ['not-permitted', 'not-found', 'version-conflict', 'version-required'],
  }),
} as const;
