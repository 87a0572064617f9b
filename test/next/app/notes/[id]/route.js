import { NextResponse } from 'next/server.js';

import { auth } from '../../../auth.js';

export const GET = auth.withAuth(async (request, { params }) => {
  const { id } = await params;
  const { userId, actor } = request.auth;
  return NextResponse.json({
    id,
    userId,
    actor: actor?.sub ?? null,
    query: request.nextUrl.searchParams.get('q'),
  });
});

export const POST = auth.withAuth(async (request) => NextResponse.json(await request.json()));

export const PUT = auth.action('note.update', async (request) => NextResponse.json(await request.json()), {
  whileImpersonating: 'allow',
});

export const DELETE = auth.withAuth(
  () => {
    throw new Error('secret');
  },
  { whileImpersonating: 'allow' },
);
