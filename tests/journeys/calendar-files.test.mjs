// Calendar files of the built site, read by ical.js, which is what Thunderbird reads
// calendars with. No browser takes part.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { site, tools } from './support/setting.mjs';

const ical = tools('ical.js');
const ICAL = ical.default ?? ical;

const ZONE = 'Europe/London';

/** Summer time ends on 25 October 2026 and begins on 28 March 2027. */
const CHANGES = [['2026-10-18', '2026-11-02'], ['2027-03-21', '2027-04-06']];

/** After that nothing is looked at. */
const LAST = '2027-04-06';

const FOLDER = join(site, 'calendar');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.ics'));

/** @param {string} name */
function read(name) {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [zone] = calendar.getAllSubcomponents('vtimezone');
  ICAL.TimezoneService.reset();
  ICAL.TimezoneService.register(zone);
  return calendar;
}

/**
 * Every time in a calendar up to the last day, on the wall and by the file's own rules of
 * the zone.
 * @param {InstanceType<typeof ICAL.Component>} calendar
 */
function times(calendar) {
  const events = calendar.getAllSubcomponents('vevent');
  const changed = events.filter((event) => event.hasProperty('recurrence-id'));
  const all = [];
  for (const own of events.filter((event) => !event.hasProperty('recurrence-id'))) {
    const uid = own.getFirstPropertyValue('uid');
    const exceptions = changed.filter((event) => event.getFirstPropertyValue('uid') === uid);
    const event = new ICAL.Event(own, { exceptions, strictExceptions: true });
    const walk = event.iterator();
    for (let next = walk.next(); next && next.toString() < LAST; next = walk.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      all.push({
        from: startDate.toString().slice(0, 16),
        to: endDate.toString().slice(0, 16),
        moments: [startDate.toUnixTime(), endDate.toUnixTime()],
        named: next.toString().slice(0, 16),
        status: item.component.getFirstPropertyValue('status'),
        repeats: event.isRecurring(),
        uid,
      });
    }
  }
  return all;
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });

/** What clocks in London show, by the browser's own database of zones. */
const shown = (seconds) => clock.format(new Date(seconds * 1000)).replace(' ', 'T');

test('every calendar is read, and its clocks are those of London', () => {
  assert.ok(FILES.length > 100, `${FILES.length} files`);
  let looked = 0;
  for (const name of FILES) {
    for (const time of times(read(name))) {
      const here = `${name}: ${JSON.stringify(time)}`;
      assert.deepEqual(time.moments.map(shown), [time.from, time.to], here);
      assert.ok(time.moments[1] > time.moments[0], here);
      looked += 1;
    }
  }
  assert.ok(looked > 5_000, `${looked} times`);
});

test('what repeats is at the same time on the wall before and after the clocks change', () => {
  const calendar = read('all-weekend.ics');
  const all = times(calendar);
  for (const [first, last] of CHANGES) {
    const near = all.filter((time) => time.repeats && time.named >= first && time.named < last);
    let over = 0;
    for (const uid of new Set(near.map((time) => time.uid))) {
      const own = near.filter((time) => time.uid === uid);
      const kept = own.filter((time) => time.from === time.named);
      const hours = new Set(kept.map((time) => time.from.slice(11)));
      assert.ok(hours.size <= 1, JSON.stringify(kept));
      // An hour more or less than whole days lies between two of them.
      over += Number(kept.some((time) => (time.moments[0] - kept[0].moments[0]) % 86_400 !== 0));
    }
    assert.ok(over > 20, `${over} series go over the change after ${first}`);
  }
});

test('what is called off or moved takes the place of what was to be', () => {
  const calendar = read('all-weekend.ics');
  const instead = calendar.getAllSubcomponents('vevent').filter((event) => event.hasProperty('recurrence-id'));
  const all = times(calendar);
  let found = 0;
  for (const event of instead) {
    const uid = event.getFirstPropertyValue('uid');
    const named = event.getFirstPropertyValue('recurrence-id').toString().slice(0, 16);
    if (named >= LAST) continue;
    const times = all.filter((time) => time.uid === uid && time.named === named);
    assert.equal(times.length, 1, `${uid} ${named}`);
    assert.equal(times[0].status, event.getFirstPropertyValue('status'));
    assert.equal(times[0].from, event.getFirstPropertyValue('dtstart').toString().slice(0, 16));
    found += 1;
  }
  assert.ok(found > 3, `${found} exceptions`);
});

test('words come out as they went in', () => {
  for (const name of FILES) {
    for (const event of read(name).getAllSubcomponents('vevent')) {
      const words = ['summary', 'description', 'location'].map((field) => event.getFirstPropertyValue(field) ?? '');
      assert.ok(words[0].length > 0 && words[1].includes('\n'), name);
      assert.ok(words.every((text) => !text.includes('\\') && !text.includes('\uFFFD')), `${name}: ${words}`);
      assert.ok(event.getFirstPropertyValue('geo') === null || event.hasProperty('location'), name);
    }
  }
});
