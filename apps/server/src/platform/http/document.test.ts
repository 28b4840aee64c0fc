import { ENDPOINTS } from '@qzt/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestProduct, testProduct } from '../../testing/product.ts';

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<
    string,
    Record<
      string,
      {
        readonly parameters?: readonly { readonly name: string; readonly required: boolean }[];
        readonly responses: Record<string, unknown>;
        readonly security?: unknown[];
      }
    >
  >;
}

let product: TestProduct;
let document: OpenApi;
beforeAll(async () => {
  product = await testProduct();
  document = (await product.anybody.get('/api/v1/openapi.json')).body as OpenApi;
});
afterAll(() => product.drop());

test('the document is OpenAPI 3.1 and names every endpoint of the contract', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  const said = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const meant = Object.values(ENDPOINTS).map(
    ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
  );
  expect(said.sort()).toEqual(meant.sort());
});

test('the document says which headers a write demands, and which codes it can meet', () => {
  const step = document.paths['/api/v1/cases/{id}/events']?.post;
  const demanded = (step?.parameters ?? []).filter((one) => one.required).map((one) => one.name);
  expect(demanded.sort()).toEqual(['Idempotency-Key', 'If-Match', 'id']);
  expect(Object.keys(step?.responses ?? {})).toEqual(
    expect.arrayContaining(['201', '400', '401', '403', '404', '409', '413', '415', '422', '428']),
  );
  expect(document.paths['/api/v1/service-items']?.get?.security).toEqual([]);
});
