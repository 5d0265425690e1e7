import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ReviewListItem } from '../api/schema';
import { renderAt } from '../test/render';
import { leadSession, review } from '../test/samples';
import { fakeServer } from '../test/server';
import { resumeAt } from './nextWork';

function item(id: string, myOpen: ReviewListItem['myOpen']): ReviewListItem {
  return { id, title: `Review ${id}`, roles: ['reviewer'], createdAt: '2026-01-01T00:00:00Z', myOpen };
}

describe('my work', () => {
  it('goes on at the page of the last visit while work is left there', () => {
    const reviews = [item('a', { 'title-abstract': 312 }), item('b', { 'full-text': 4 })];
    expect(resumeAt(reviews, '/reviews/b/screening/full-text')?.work.to).toBe(
      '/reviews/b/screening/full-text',
    );
    expect(resumeAt(reviews, '/reviews/b/conflicts')?.work.to).toBe('/reviews/a/screening/title-abstract');
    expect(resumeAt([item('a', {})], undefined)).toBeUndefined();
  });

  it('makes a review once, however often the button is pressed, and opens it', async () => {
    const server = fakeServer({
      'GET /session': { json: leadSession },
      'GET /reviews': { json: { items: [] } },
    });
    const { router } = renderAt('/');
    await userEvent.click(await screen.findByRole('button', { name: 'New review' }));
    const submit = screen.getByRole('button', { name: 'Make the review' });
    await userEvent.click(submit);
    expect(await screen.findByText('Give the review a title.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Title'), 'Acupuncture in sciatica');
    await userEvent.dblClick(submit);
    const puts = server.calls('PUT', /^\/reviews\//);
    expect(new Set(puts.map((call) => call.path)).size).toBe(1);
    expect(puts[0]?.body).toEqual({ title: 'Acupuncture in sciatica', language: 'en' });
    await waitFor(() => expect(router.state.location.pathname).toBe(puts[0]?.path));
  });

  it('shows no counts of others to a blinded reviewer', async () => {
    const { protocol, import: imported, duplicates } = review().rail;
    const blinded = review({
      roles: ['reviewer'],
      blinded: true,
      rail: {
        protocol,
        import: imported,
        duplicates,
        'title-abstract': { mine: { voted: 3, remaining: 9 } },
        'full-text': { mine: { voted: 0, remaining: 0 } },
      },
    });
    fakeServer({ 'GET /session': { json: leadSession }, [`GET /reviews/${blinded.id}`]: { json: blinded } });
    renderAt(`/reviews/${blinded.id}`);
    expect(await screen.findByText('You judged 3 of 12')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Flow/ })).toBeNull();
    expect(screen.queryByRole('link', { name: /Conflicts/ })).toBeNull();
  });
});
