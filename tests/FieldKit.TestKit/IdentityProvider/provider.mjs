// A real identity provider (npm oidc-provider) for the tests, on a port of this machine alone. Says its address on one line, and ends with its
// standard input. Below /test/ a test says who its clients and people are, and lets it answer wrongly.
import { createServer } from 'node:http';
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import Provider from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';

const clients = new Map();
const groups = new Map();
let wrong = null;

class Storage extends MemoryAdapter {
  constructor(name) {
    super(name);
    this.isOfClients = name === 'Client';
  }

  find(id) {
    return this.isOfClients ? clients.get(id) : super.find(id);
  }
}

const key = { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'test' };
const server = createServer();
await new Promise(listening => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  adapter: Storage,
  jwks: { keys: [key] },
  cookies: { keys: ['only for tests'] },
  claims: { openid: ['sub'], groups: ['groups'] },
  scopes: ['openid', 'groups'],
  // Groups stand in the ID token itself, as reporting points want them.
  conformIdTokenClaims: false,
  responseTypes: ['code'],
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...(groups.has(id) && { groups: groups.get(id) }) }) }),
  // Everybody agrees to everything.
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid groups');
    await grant.save();
    return grant;
  },
});

provider.use(async (ctx, next) => {
  await next();
  if (wrong && ctx.path === '/token' && ctx.status === 200) {
    answerWrongly(ctx);
  }
});

const parse = part => JSON.parse(Buffer.from(part, 'base64url'));
const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');

function answerWrongly(ctx) {
  if (wrong === 'page') {
    ctx.type = 'text/html';
    ctx.body = '<!doctype html><title>Welcome to the guest network</title>';
    return;
  }

  if (wrong === 'fault') {
    ctx.status = 500;
    ctx.type = 'text/html';
    ctx.body = '<!doctype html><title>Something went wrong</title>';
    return;
  }

  ctx.body = { ...ctx.body, id_token: wrongToken(...ctx.body.id_token.split('.')) };
}

function wrongToken(header, payload, signature) {
  const claims = parse(payload);
  switch (wrong) {
    case 'altered':
      return `${header}.${part({ ...claims, sub: 'somebody-else' })}.${signature}`;
    case 'unsigned':
      return `${part({ alg: 'none' })}.${payload}.`;
    case 'expired':
      return signed({ ...claims, iat: claims.iat - 7200, exp: claims.iat - 3600 });
    case 'another issuer':
      return signed({ ...claims, iss: 'http://127.0.0.1:9' });
    case 'another client':
      return signed({ ...claims, aud: 'another-client' });
    case 'another nonce':
      return signed({ ...claims, nonce: claims.nonce.replace(/.$/, last => (last === 'A' ? 'B' : 'A')) });
    case 'no nonce':
      return signed({ ...claims, nonce: undefined });
    case 'another key':
      return signed(claims, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
    default:
      throw new Error(`Unknown: ${wrong}`);
  }
}

function signed(claims, by = createPrivateKey({ key, format: 'jwk' })) {
  const statement = `${part({ alg: 'RS256', typ: 'JWT', kid: 'test' })}.${part(claims)}`;
  return `${statement}.${sign('sha256', Buffer.from(statement), by).toString('base64url')}`;
}

async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) {
    pieces.push(piece);
  }

  return Buffer.concat(pieces).toString();
}

// Who one is, without a password: a form with a field.
async function interact(request, response) {
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="nl"><title>Gemeente</title><form method="post"><label>Account <input name="login" autofocus></label>
<button name="go" value="in">Inloggen</button><button name="go" value="away">Annuleren</button></form></html>`);
    return;
  }

  const form = new URLSearchParams(await bodyOf(request));
  const result = form.get('go') === 'away' ? { error: 'access_denied', error_description: 'turned away' } : { login: { accountId: form.get('login') } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function control(path, request, response) {
  const told = JSON.parse(await bodyOf(request));
  if (path === '/test/client') {
    clients.set(told.client_id, told);
  } else if (path === '/test/groups') {
    groups.set(told.account, told.groups);
  } else {
    wrong = told;
  }

  response.statusCode = 204;
  response.end();
}

const callback = provider.callback();
server.on('request', async (request, response) => {
  const path = new URL(request.url, issuer).pathname;
  try {
    if (path.startsWith('/test/')) {
      await control(path, request, response);
    } else if (path.startsWith('/interaction/')) {
      await interact(request, response);
    } else {
      await callback(request, response);
    }
  } catch (failure) {
    console.error(failure);
    response.statusCode = 500;
    response.end();
  }
});

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
console.log(`provider at ${issuer}`);
