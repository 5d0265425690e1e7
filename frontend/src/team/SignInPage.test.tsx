import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderAt } from '../test/render';
import { leadSession } from '../test/samples';
import { fakeServer, problem } from '../test/server';
import { ownPath } from './SignInPage';

const nobody = { signedIn: false, local: true, oidc: false };

describe('signing in', () => {
  it('leads who is not signed in to the sign-in page, and back to where they wanted to be', async () => {
    fakeServer({
      'GET /session': { json: nobody },
      'GET /setup': { json: { needed: false } },
      'POST /session': { json: leadSession },
      'GET /reviews': { json: { items: [] } },
    });
    const { router } = renderAt('/account');
    await userEvent.type(await screen.findByLabelText('Account name'), ' lin ');
    await userEvent.type(screen.getByLabelText('Password'), 'secret words');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/account'));
  });

  it('says what is wrong and forgets the password', async () => {
    fakeServer({
      'GET /session': { json: nobody },
      'GET /setup': { json: { needed: false } },
      'POST /session': problem(401, 'wrong-credentials', 'The name or the password is wrong.'),
    });
    renderAt('/sign-in');
    await userEvent.type(await screen.findByLabelText('Account name'), 'lin');
    await userEvent.type(screen.getByLabelText('Password'), 'guess');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('The name or the password is wrong.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('');
  });

  it('offers the organisation only when the server has one', async () => {
    fakeServer({
      'GET /session': { json: { signedIn: false, local: false, oidc: true } },
      'GET /setup': { json: { needed: false } },
    });
    renderAt('/sign-in?to=%2Faccount');
    const link = await screen.findByRole('link', { name: /organisation/ });
    expect(link.getAttribute('href')).toBe('/api/v1/login/oidc?to=%2Faccount');
    expect(screen.queryByLabelText('Password')).toBeNull();
  });

  it('sends a new server to its set-up', async () => {
    fakeServer({ 'GET /session': { json: nobody }, 'GET /setup': { json: { needed: true } } });
    const { router } = renderAt('/sign-in');
    await waitFor(() => expect(router.state.location.pathname).toBe('/setup'));
    expect(await screen.findByLabelText('Setup code')).toBeTruthy();
  });

  it('never leads to another site', () => {
    expect(
      ['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in', null].map(ownPath),
    ).toEqual(['/', '/', '/', '/', '/']);
    expect(ownPath('/reviews/1?x=2')).toBe('/reviews/1?x=2');
  });
});
