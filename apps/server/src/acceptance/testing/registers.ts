import type { RegisterPage, TripsView } from '@qzt/contract/ledger';
import { expectStatus } from '../../testing/casework.ts';
import type { Client } from '../../testing/product.ts';

export const YEAR = 'from=2026-01-01&to=2027-01-01';

/** A page of a register, of this year unless the query says otherwise. */
export const readRegister = async (
  client: Client,
  query = YEAR,
  register = 'reception',
): Promise<RegisterPage> =>
  expectStatus<RegisterPage>(await client.get(`/api/v1/registers/${register}?${query}`), 200);

export const readTrips = async (client: Client, query = YEAR): Promise<TripsView> =>
  expectStatus<TripsView>(await client.get(`/api/v1/registers/trips?${query}`), 200);
