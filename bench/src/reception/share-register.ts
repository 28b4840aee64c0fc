import { httpText } from '../load/http-text.ts';
import { signIn } from '../load/sign-in.ts';
import type { RunningProduct } from '../product/start-product.ts';
import { type Bound, readScript, SCOPE_MARK } from './pgbench-script.ts';
import { REGISTER } from './requests.ts';
import type { Comparison } from './rounds.ts';

/** Registering a case as `worker`, beside the same statements from the checked-in script. */
export async function registering(product: RunningProduct, bound: Bound): Promise<Comparison> {
  return {
    name: 'register',
    requests: [httpText(REGISTER, await signIn(product.port, 'worker'))],
    expect: 201,
    script: readScript('register').replace(SCOPE_MARK, bound.scope),
    variables: bound.variables,
  };
}
