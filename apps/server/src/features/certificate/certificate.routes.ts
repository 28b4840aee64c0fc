import {
  certificatePrintEndpoints,
  decisionEndpoints,
  localCertificateEndpoints,
  paperEndpoints,
} from '@qzt/contract/certificate';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { readCursor } from '../../platform/page.ts';
import type { CertificateGround } from './certificate-ground.ts';
import { decide } from './decision.service.ts';
import { listKinds, setLocal } from './local.service.ts';
import { createPaper, listPapers, readPaper } from './paper.service.ts';
import { stepPaper } from './paper-step.service.ts';
import { prefill } from './prefill.service.ts';
import { printCertificate, printRefusal } from './print/print.service.ts';
import { refuseAtDesk, refuseCase } from './refuse.service.ts';
import { listTemplates } from './templates.service.ts';

/** Whether a paper may be issued, who helps where not, and the papers that went out. */
export function certificateRoutes(
  app: FastifyInstance,
  ground: CertificateGround,
  options: MountOptions,
): void {
  mount(app, decisionEndpoints.decideCertificate, options, ({ actor, body }) =>
    decide(ground, actor, body),
  );
  mount(app, decisionEndpoints.refuseCertificate, options, ({ actor, body, repeat }) =>
    refuseAtDesk(ground, actor, body, repeat),
  );
  mount(app, decisionEndpoints.refuseCase, options, ({ actor, params, version, body, repeat }) =>
    refuseCase(ground, actor, params.caseId, version, body, repeat),
  );
  mount(app, localCertificateEndpoints.listCertificateKinds, options, ({ actor, query }) =>
    listKinds(ground, actor, query.orgId),
  );
  mount(
    app,
    localCertificateEndpoints.setLocalCertificate,
    options,
    ({ actor, params, version, body }) => setLocal(ground, actor, params.code, version, body),
  );
  mount(app, paperEndpoints.listTemplates, options, () => listTemplates());
  mount(app, paperEndpoints.prefillPaper, options, ({ actor, body }) =>
    prefill(ground, actor, body),
  );
  mount(app, paperEndpoints.createPaper, options, ({ actor, body, repeat }) =>
    createPaper(ground, actor, body, repeat),
  );
  mount(app, paperEndpoints.readPaper, options, ({ actor, params }) =>
    readPaper(ground, actor, params.id),
  );
  mount(app, paperEndpoints.listPapers, options, ({ actor, query }) =>
    listPapers(ground, actor, { ...query, after: readCursor(query.cursor) }),
  );
  mount(app, paperEndpoints.stepPaper, options, ({ actor, params, version, body, repeat }) =>
    stepPaper(ground, actor, params.id, version, body, repeat),
  );
  mount(app, certificatePrintEndpoints.printCertificate, options, ({ actor, params }) =>
    printCertificate(ground, actor, params.id),
  );
  mount(app, certificatePrintEndpoints.printRefusal, options, ({ actor, params, query }) =>
    printRefusal(ground, actor, { caseId: params.caseId, size: query.size }),
  );
}
