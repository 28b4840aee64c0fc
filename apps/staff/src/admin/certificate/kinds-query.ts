import { localCertificateEndpoints } from '@qzt/contract/certificate';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

/** The lists as one place sees them. */
export const kindsQuery = (orgId: string) =>
  queryOptions({
    queryKey: ['certificate-kinds', orgId],
    queryFn: ({ signal }) =>
      client(localCertificateEndpoints.listCertificateKinds, { query: { orgId }, signal }),
  });
