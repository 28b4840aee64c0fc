import type { SeededRandom } from '@qzt/testkit';
import { uuidFrom } from '@qzt/testkit';
import type { SubjectKey } from '../../../platform/subject/index.ts';
import { localDate, toOffset } from '../../../platform/time.ts';
import type { ItemVersion } from '../../catalogue/index.ts';
import type { CaseHistory } from './case-history.ts';
import { Papers } from './certificate-paper.ts';
import { refuseCertificate } from './certificate-refusal.ts';
import { facts, residence } from './certificate-text.ts';
import { CaseNumbers, keepCase } from './keep-case.ts';
import { live } from './life.ts';
import type { Matter } from './matter.ts';
import { openCase } from './opening.ts';
import { keepKey, keepText } from './rows.ts';
import { liveUntil } from './staged-life.ts';
import { settledAnswers } from './texts.ts';
import type { Comer, WhoComes } from './who-comes.ts';
import type { StaffActor, World } from './world.ts';

const MINUTE = 60_000;
/** The item under which the committee's own papers are asked for. */
const STAMPED = 'BJM-060';

/** Writes the contacts of a committee with the cases that come of them. */
export class Contacts {
  readonly #world: World;
  readonly #who: WhoComes;
  readonly #keys: ReadonlyMap<string, SubjectKey>;
  readonly #numbers = new CaseNumbers();
  readonly #papers: Papers;

  constructor(world: World, who: WhoComes, keys: ReadonlyMap<string, SubjectKey>) {
    this.#world = world;
    this.#who = who;
    this.#keys = keys;
    this.#papers = new Papers(world);
  }

  /** One contact, unless it has not come to its end yet. */
  write(random: SeededRandom, matter: Matter): void {
    const { desk, now } = this.#world;
    const asked = Date.parse(matter.startedAt);
    // Nobody begins so near to closing that the end would lie behind it.
    const end = asked + matter.minutes * MINUTE;
    const startedAt = desk.forward(end) === end ? asked : asked - matter.minutes * MINUTE;
    if (startedAt + matter.minutes * MINUTE > now) return;
    const item = matter.serviceItem ? this.#world.items.get(matter.serviceItem) : undefined;
    const contact = {
      id: uuidFrom(random, startedAt),
      needId: uuidFrom(random, startedAt),
      matter,
      item,
      startedAt,
      endedAt: startedAt + matter.minutes * MINUTE,
      owner: matter.shown?.by ?? this.#ownerOf(random, matter, startedAt),
      comer: matter.comer ?? this.#comerFor(random, matter, item),
    };
    const key = this.#keyOf(random, contact);
    const made = matter.outcome === 'case' ? this.#case(random, contact, key) : undefined;
    this.#encounter(random, contact, key, made);
  }

  #comerFor(random: SeededRandom, matter: Matter, item: ItemVersion | undefined): Comer {
    const passing = matter.outcome !== 'case' && matter.channel !== 'visit';
    if (passing) return this.#who.inPassing(random);
    // At somebody's door it is known whose door it is.
    if (matter.channel === 'visit' || matter.shown)
      return { resident: this.#who.resident(random, item) };
    return this.#who.withMatter(random, item);
  }

  #ownerOf(random: SeededRandom, { channel }: Matter, at: number): StaffActor {
    const { staff, head, duties, awayToday, today } = this.#world;
    const date = localDate(new Date(at));
    const [primary, backup] = duties.get(date) ?? [head, head];
    const present = staff.filter(({ staffId }) => date !== today || staffId !== awayToday);
    const others = present.filter((one) => one !== primary && one !== backup);
    if (channel === 'visit' || channel === 'activity') return random.pick(others);
    const owner = random.weighted([
      [primary, 65],
      [backup, 25],
      [random.pick(others), 10],
    ] as const);
    return present.includes(owner) ? owner : backup;
  }

  #keyOf(random: SeededRandom, { id, comer, startedAt }: Contact): SubjectKey {
    const { committee, keyring, sink } = this.#world;
    const known = comer.resident && this.#keys.get(comer.resident.id);
    if (known) return known;
    const key = { committeeId: committee.id, id: uuidFrom(random, startedAt) };
    return keepKey(sink, keyring, key, { kind: 'encounter', id });
  }

  #case(random: SeededRandom, contact: Contact, key: SubjectKey): CaseMade {
    const { matter, item, comer, owner, startedAt } = contact;
    const at = startedAt + Math.min(matter.minutes, 3) * MINUTE;
    const id = uuidFrom(random, at);
    const title = this.#titleOf(random, contact);
    const phone = comer.visitor?.phone;
    const settled = settledAtOnce(random, contact) ? random.pick(settledAnswers) : undefined;
    const history = openCase(this.#world, random, key, {
      id,
      at,
      by: owner,
      item,
      title,
      encounterId: contact.id,
      needId: contact.needId,
      residentId: comer.resident?.id,
      visitorPhone: phone !== undefined,
      trip: {
        channel: matter.channel,
        startedAt: toOffset(new Date(startedAt)),
        journey: matter.journey,
      },
      materials: broughtOf(random, item, settled !== undefined),
      ...(settled === undefined ? {} : { settled }),
      ...(item?.body.confidential && comer.resident?.phone
        ? { safePhone: comer.resident.phone }
        : {}),
    });
    if (matter.shown?.refused)
      refuseCertificate(this.#world, random, history, matter.shown.refused);
    else if (matter.shown) liveUntil(this.#world, random, history, item, matter.shown.stage);
    else live(this.#world, random, history, item);
    keepCase(this.#world, this.#numbers, history, key, {
      title,
      ...(item?.body.confidential && comer.resident?.phone
        ? { safePhone: comer.resident.phone }
        : {}),
      ...(phone === undefined
        ? {}
        : { visitor: { phone, ...(comer.visitor?.name ? { name: comer.visitor.name } : {}) } }),
    });
    this.#paper(random.fork(`paper/${id}`), contact, history, key);
    return { id, confidential: history.state.confidential };
  }

  /** A paper on a matter that asks for one: as the demonstration shows it, else issued where it was anybody's. */
  #paper(
    random: SeededRandom,
    { item, comer, matter }: Contact,
    history: CaseHistory,
    key: SubjectKey,
  ): void {
    const home = comer.resident && this.#who.homeOf(comer.resident);
    if (item?.code !== STAMPED || home === undefined) return;
    const story = matter.shown ? matter.shown.paper : 'issued';
    if (story === undefined) return;
    const idNumber = comer.resident?.identityNumber;
    const asFacts = story === 'waiting' || !idNumber || random.chance(0.3);
    const wanted = asFacts ? facts(random, home) : residence(random, home, idNumber);
    this.#papers.write(random, history, key, wanted, story);
  }

  #titleOf(random: SeededRandom, { matter, item, comer }: Contact): string {
    const subject = matter.title ?? (item ? shortName(item) : matter.words);
    const named = comer.resident && random.chance(0.7);
    return named && comer.resident ? `${this.#who.calledAs(comer.resident)} ${subject}` : subject;
  }

  #encounter(
    random: SeededRandom,
    contact: Contact,
    key: SubjectKey,
    made: CaseMade | undefined,
  ): void {
    const { sink, committee } = this.#world;
    const { id, needId, matter, owner, comer, startedAt, endedAt } = contact;
    const rated = matter.channel === 'desk' && random.chance(0.12);
    const late = !matter.shown && random.chance(0.04);
    sink.add('encounter', [
      committee.id,
      id,
      owner.staffId,
      owner.name,
      matter.channel,
      new Date(startedAt),
      new Date(endedAt),
      late,
      comer.resident?.id ?? null,
      matter.channel === 'visit' ? (comer.resident?.householdId ?? null) : null,
      matter.journey,
      rated
        ? random.weighted([
            [3, 9],
            [2, 1],
          ] as const)
        : null,
      rated ? 3 : null,
      made?.confidential ? [made.id] : [],
      key.id,
      new Date(endedAt),
    ]);
    const place = matter.outcome === 'referred' ? '街道社区事务受理服务中心' : undefined;
    sink.add('encounter_need', [
      committee.id,
      needId,
      id,
      0,
      matter.serviceItem ?? null,
      matter.outcome,
      made?.id ?? null,
    ]);
    keepText(
      sink,
      key,
      id,
      { encounterId: id },
      {
        ...(comer.visitor ? { visitor: comer.visitor } : {}),
        ...detailsOf(matter),
        needs: [{ words: matter.words, ...(place ? { place } : {}) }],
      },
    );
    sink.add('audit_entry', [
      committee.id,
      uuidFrom(random, endedAt),
      new Date(endedAt),
      owner.staffId,
      'encounter.record',
      '登记接触',
      'encounter',
      id,
      committee.id,
      {},
    ]);
  }
}

interface Contact {
  readonly id: string;
  readonly needId: string;
  readonly matter: Matter;
  readonly item: ItemVersion | undefined;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly owner: StaffActor;
  readonly comer: Comer;
}

interface CaseMade {
  readonly id: string;
  readonly confidential: boolean;
}

/** The item's name as people say it: the first of two things, without brackets and the official verbs at its end. */
function shortName({ body }: ItemVersion): string {
  const plain = body.name.replace(/[(（][^)）]*[)）]/g, '');
  const first = plain.split(/[与/、]/)[0] ?? plain;
  return (first.length >= 4 ? first : plain)
    .replace(
      /(申请指引|申请协助|认定协助|登记指引|办理指引|申请|登记|办理|申领|协助|预约|报名)$/,
      '',
    )
    .slice(0, 24);
}

/** What the committee does itself is often done on the spot. */
const settledAtOnce = (random: SeededRandom, { matter, item }: Contact): boolean =>
  !matter.shown &&
  item !== undefined &&
  item.body.confidential !== true &&
  (item.body.route === 'committee' || item.body.route === 'advice') &&
  random.chance(0.45);

const broughtOf = (random: SeededRandom, item: ItemVersion | undefined, all: boolean) =>
  (item?.body.materials ?? [])
    .filter(() => all || random.chance(0.7))
    .map((name) => ({ name, copies: random.chance(0.8) ? 1 : 2 }));

function detailsOf({ channel }: Matter): Record<string, unknown> {
  if (channel === 'visit') return { visit: { result: '见到本人' } };
  if (channel === 'activity') return { activity: { name: '居委活动' } };
  return {};
}
