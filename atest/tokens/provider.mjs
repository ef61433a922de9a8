// An OpenID provider for the token suites: the npm package oidc-provider, which is certified, with the grants that it
// leaves to its users (password, JWT bearer, token exchange), a sign-in form, a plain JSON login, and a service that
// its tokens open.
//
// node provider.mjs PACKAGES SETTINGS    a folder with node_modules inside, and a JSON file: see OpenIdProvider.py

import { appendFileSync, readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, settingsFile] = process.argv.slice(2);
const settings = JSON.parse(readFileSync(settingsFile, 'utf8'));
const load = (path) => import(pathToFileURL(join(packages, 'node_modules', path)));
const { default: Provider, errors, interactionPolicy } = await load('oidc-provider/lib/index.js');
const { createLocalJWKSet, jwtVerify } = await load('jose/dist/webapi/index.js');

const issuer = `http://127.0.0.1:${settings.port}`;
const secure = `https://127.0.0.1:${settings.securePort}`;
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';
const counts = {};

const policy = interactionPolicy.base();
const provider = new Provider(issuer, {
  clients: settings.clients,
  clientAuthMethods: [
    'client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'tls_client_auth', 'none',
  ],
  scopes: ['openid', 'offline_access', 'orders'],
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  interactions: { policy, url: (_, interaction) => `/interaction/${interaction.uid}` },
  cookies: { keys: [settings.cookieKey] },
  jwks: { keys: [settings.signingKey] },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
  ttl: {
    AccessToken: (_ctx, _token, client) => (client.clientId.startsWith('short') ? 5 : 600),
    ClientCredentials: (_ctx, _token, client) => (client.clientId.startsWith('short') ? 5 : 600),
  },
  discovery: {
    mtls_endpoint_aliases: { token_endpoint: `${secure}/token`, revocation_endpoint: `${secure}/token/revocation` },
  },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    deviceFlow: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true, allowedPolicy: (ctx, client, token) => token.clientId === client.clientId },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (_, resource) => ({ scope: 'orders', audience: resource, accessTokenFormat: 'jwt' }),
    },
    mTLS: {
      enabled: true,
      tlsClientAuth: true,
      getCertificate: (ctx) => pem(ctx.req.socket.getPeerCertificate?.().raw),
      certificateAuthorized: (ctx) => ctx.req.socket.authorized === true,
      certificateSubjectMatches: (ctx, property, expected) =>
        property === 'tls_client_auth_san_dns' &&
        (ctx.req.socket.getPeerCertificate().subjectaltname ?? '').includes(`DNS:${expected}`),
    },
  },
});

function pem(raw) {
  return raw && `-----BEGIN CERTIFICATE-----\n${raw.toString('base64')}\n-----END CERTIFICATE-----`;
}

async function issue(ctx, accountId) {
  const { client, params } = ctx.oidc;
  const scope = params.scope ?? 'openid';
  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.addOIDCScope(scope);
  const common = { accountId, client, grantId: await grant.save(), gty: params.grant_type, scope };
  const token = new provider.AccessToken(common);
  ctx.body = { access_token: await token.save(), expires_in: token.expiration, scope, token_type: token.tokenType };
  if (client.grantTypeAllowed('refresh_token')) {
    const rotating = { rotations: 0, iiat: Math.floor(Date.now() / 1000) };
    ctx.body.refresh_token = await new provider.RefreshToken({ ...common, ...rotating }).save();
  }
}

function signsIn(name, password) {
  return name === settings.username && password === settings.password;
}

provider.registerGrantType('password', async (ctx) => {
  const { username, password } = ctx.oidc.params;
  if (!signsIn(username, password)) throw new errors.InvalidGrant('wrong password');
  await issue(ctx, username);
}, ['username', 'password', 'scope']);

provider.registerGrantType(JWT_BEARER, async (ctx) => {
  const { client, params } = ctx.oidc;
  const keys = createLocalJWKSet(client.jwks);
  const audience = [issuer, `${issuer}/token`];
  const { payload } = await jwtVerify(params.assertion, keys, { issuer: client.clientId, audience }).catch(() => {
    throw new errors.InvalidGrant('the assertion does not hold');
  });
  await issue(ctx, payload.sub);
}, ['assertion', 'scope']);

provider.registerGrantType(EXCHANGE, async (ctx) => {
  const subject = await provider.AccessToken.find(ctx.oidc.params.subject_token);
  if (!subject?.isValid) throw new errors.InvalidGrant('the subject token is not valid');
  await issue(ctx, subject.accountId);
}, ['subject_token', 'subject_token_type', 'audience', 'scope']);

// What stands outside the provider: the sign-in form, the plain login, and the service that tokens open.

const routes = {
  'GET /orders': orders,
  'POST /orders': orders,
  'POST /login': login,
  'GET /counts': (ctx) => { ctx.body = counts; },
};

async function orders(ctx) {
  const [scheme, value] = ctx.get('authorization').split(' ');
  const known = await opened(value ?? '');
  if (scheme !== 'Bearer' || !known) {
    ctx.status = 401;
    ctx.set('WWW-Authenticate', 'Bearer error="invalid_token"');
    return;
  }
  ctx.body = { owner: known.accountId ?? known.clientId ?? known.sub, body: await text(ctx.req) };
}

async function opened(value) {
  // A JWT has three parts. One opaque token in 4,096 begins like a JWT, with "ey", and has one part.
  if (value.split('.').length === 3) {
    const { d, p, q, dp, dq, qi, ...key } = settings.signingKey;
    return jwtVerify(value, createLocalJWKSet({ keys: [key] }), { issuer }).then(({ payload }) => payload, () => null);
  }
  const token = (await provider.AccessToken.find(value)) ?? (await provider.ClientCredentials.find(value));
  return token?.isValid ? token : null;
}

async function login(ctx) {
  ctx.posted = JSON.parse(await text(ctx.req));
  const { username, password } = ctx.posted;
  if (!signsIn(username, password)) {
    ctx.status = 403;
    ctx.body = { message: 'user name or password is wrong' };
    return;
  }
  const client = await provider.Client.find('user-app');
  const token = new provider.AccessToken({ accountId: username, client, gty: 'password', scope: 'openid' });
  ctx.body = { data: { jwt: await token.save(), expires_in: String(token.expiration) } };
}

async function interaction(ctx, uid) {
  const details = await provider.interactionDetails(ctx.req, ctx.res);
  const { prompt, params, session } = details;
  if (ctx.method === 'GET') {
    const fields = prompt.name === 'login'
      ? '<input name="login"><input type="password" name="secret"><button type="submit">Sign in</button>'
      : '<button type="submit">Continue</button>';
    ctx.type = 'html';
    ctx.body = `<form action="/interaction/${uid}" method="post">${fields}</form>`;
    return;
  }
  const posted = new URLSearchParams(await text(ctx.req));
  ctx.posted = Object.fromEntries(posted);
  if (prompt.name === 'login' && !signsIn(posted.get('login'), posted.get('secret'))) {
    ctx.status = 303;
    ctx.set('Location', `/interaction/${uid}`);
    return;
  }
  const answer = prompt.name === 'login'
    ? { login: { accountId: posted.get('login') } }
    : { consent: { grantId: await consented(session.accountId, params) } };
  ctx.status = 303;
  ctx.set('Location', await provider.interactionResult(ctx.req, ctx.res, answer, { mergeWithLastSubmission: true }));
}

async function consented(accountId, params) {
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope ?? 'openid');
  return grant.save();
}

async function text(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

provider.use(async (ctx, next) => {
  const key = `${ctx.method} ${ctx.path}`;
  counts[key] = (counts[key] ?? 0) + 1;
  const [, first, uid] = ctx.path.split('/');
  if (first === 'interaction') await interaction(ctx, uid);
  else await (routes[key] ? routes[key](ctx) : next());
  witness(ctx);
});

// Every credential that came in and every token that went out, for the suite that looks for them in the artefacts.

const SENT = [
  'assertion', 'client_assertion', 'client_secret', 'code', 'code_verifier', 'device_code', 'password', 'refresh_token',
  'secret', 'subject_token', 'token',
];
const GIVEN = ['access_token', 'device_code', 'id_token', 'jwt', 'refresh_token'];

function witness(ctx) {
  if (!settings.witness) return;
  const sent = ctx.posted ?? ctx.oidc?.body ?? {};
  const given = { ...ctx.body, ...ctx.body?.data };
  const [scheme, credentials = ''] = ctx.get('authorization').split(' ');
  const pair = scheme === 'Basic' ? Buffer.from(credentials, 'base64').toString() : '';
  const location = new URL(ctx.response.get('location') || '/', issuer);
  const seen = [
    ...SENT.map((name) => sent[name]),
    ...GIVEN.map((name) => given[name]),
    location.searchParams.get('code'),
    ctx.query.api_key,
    ctx.cookies.get('key') && decodeURIComponent(ctx.cookies.get('key')),
    ctx.get('x-api-key'),
    credentials,
    pair.slice(pair.indexOf(':') + 1),
    decodeURIComponent(pair.slice(pair.indexOf(':') + 1).replaceAll('+', ' ')),
  ];
  appendFileSync(settings.witness, seen.filter(Boolean).map((value) => `${value}\n`).join(''));
}

const credentials = {
  key: readFileSync(settings.key),
  cert: readFileSync(settings.chain),
  ca: readFileSync(settings.authority),
  requestCert: true,
  rejectUnauthorized: false,
};
https.createServer(credentials, provider.callback()).listen(settings.securePort, '127.0.0.1', () => {
  http.createServer(provider.callback()).listen(settings.port, '127.0.0.1');
});
