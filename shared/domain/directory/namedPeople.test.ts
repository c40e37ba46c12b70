/** 6.3: whoever was named in an incident as words is offered again, with the number if there was one. */
import { describe, expect, test } from 'vitest';
import { call, TestDesk } from '../testing/testDesk.ts';
import { peopleMatching } from './matches.ts';
import { peopleNamedIn } from './namedPeople.ts';

const night = () =>
  new TestDesk()
    .do(call())
    .do({
      type: 'RecordPhoneCall',
      incidentId: 'i1',
      name: '吴队长',
      unit: '打捞队',
      number: '13900000001',
      result: 'busy',
    })
    .do({
      type: 'RecordDemand',
      incidentId: 'i1',
      demandId: 'd1',
      from: 'city',
      person: '赵秘书',
      what: '核实',
      entryId: 'd',
    })
    .do({ type: 'RecordInstruction', incidentId: 'i1', instructionId: 'n1', from: '市长 周某', text: '保饮水' })
    .do({
      type: 'RecordReport',
      incidentId: 'i1',
      reportId: 'r1',
      kind: 'initial',
      form: 'phone',
      recipients: ['city'],
      receiver: '李接报',
    });
const named = (desk: TestDesk) => peopleNamedIn(desk.state()).map(({ name, phone }) => [name, phone]);

describe('people named in words', () => {
  test('who was rung up, who asked, whose instruction it was, who took the report', () => {
    expect(named(night())).toEqual([
      ['吴队长', '13900000001'],
      ['赵秘书', null],
      ['市长 周某', null],
      ['李接报', null],
    ]);
  });

  test('a struck entry names nobody; a name that comes again keeps the number it had', () => {
    const desk = night().do({ type: 'StrikeEntry', incidentId: 'i1', strikes: 'd', reason: '记错' });
    desk.do({ type: 'RecordInstruction', incidentId: 'i1', instructionId: 'n2', from: '吴队长', text: '已到' });
    expect(named(desk)).not.toContainEqual(['赵秘书', null]);
    expect(named(desk)[0]).toEqual(['吴队长', '13900000001']);
  });

  test('offered as a match with where it is from; whom the directory has is offered once', () => {
    const desk = night();
    const people = peopleNamedIn(desk.state());
    const offered = (typed: string) => {
      const known = { plan: desk.plan, state: desk.context.directory(), at: desk.context.now };
      return peopleMatching(known, typed, () => [{ title: '某夜', people }]).map(({ name, numbers, namedIn }) => [
        name,
        numbers[0]?.number,
        namedIn,
      ]);
    };
    expect(offered('吴')).toEqual([['吴队长', '13900000001', '某夜']]);
    expect(offered('139')).toEqual([['吴队长', '13900000001', '某夜']]);
    expect(offered('李接报')).toEqual([['李接报', undefined, '某夜']]);
    const numbers = [{ kind: 'mobile' as const, number: '110' }];
    desk.do({ type: 'AddContact', contactId: 'li', contact: { kind: 'person', name: '李接报', numbers } });
    expect(offered('李接报')).toEqual([['李接报', '110', null]]);
  });
});
