import { expect, it } from 'vitest';
import { checkable, listsReasons, numberIn, readPasted } from './publishedFlow';

it('reads the CSV of the PRISMA2020 package by its column names', () => {
  const csv = [
    'data,node,box,description,boxtext,tooltips,url,n',
    'newstud,node3,newstud,,"Identification of new studies",,,',
    'database_results,node6,box2,,"Databases",,,7938',
    'dbr_excluded,node14,box9,,"Reports excluded:",,,"Not randomised, 5; Wrong outcome, 1,005"',
    'previous_studies,node4,box1,,,,,NA',
    'extra_row,x,x,,,,,4',
  ].join('\r\n');
  expect(readPasted(csv)).toEqual({
    values: { database_results: '7938', dbr_excluded: 'Not randomised, 5; Wrong outcome, 1,005' },
    unknown: ['extra_row'],
  });
});

it('reads JSON, flat or with boxes, and plain lists', () => {
  expect(readPasted('{"records_screened": 7938, "deep": {"a": 1}}')?.values).toEqual({
    records_screened: '7938',
  });
  expect(readPasted('{"boxes": {"records_screened": 7938}}')?.values).toEqual({ records_screened: '7938' });
  expect(readPasted('records_screened,7938\nrecords_excluded\t,7891')?.values).toEqual({
    records_screened: '7938',
    records_excluded: '7891',
  });
});

it.each([[''], ['{"broken'], ['a sentence, about nothing'], ['<html>']])('reads nothing from %s', (text) => {
  expect(readPasted(text)).toBeUndefined();
});

it('sends numbers as numbers and reasons as text', () => {
  expect(checkable({ database_results: '7,938', dbr_assessed: ' ', dbr_excluded: 'A, 5; B, 5' })).toEqual({
    database_results: 7938,
    dbr_excluded: 'A, 5; B, 5',
  });
});

it('understands the ways in which thousands are written, and nothing else', () => {
  expect(['7,938', '7 938', '7938', '7，938', '0'].map(numberIn)).toEqual([7938, 7938, 7938, 7938, 0]);
  expect(['7,93', '-1', '3.5', 'n = 12', ''].map(numberIn)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

it('tells a list of reasons', () => {
  expect(listsReasons('Not randomised, 5; Wrong outcome, 2')).toBe(true);
  expect(listsReasons('Not randomised; 5')).toBe(false);
});
