/**
 * What the seeded people are called. 40 × 40 names, walked so that no pair comes twice.
 *
 * @module
 */

const first = [
  ...['Amara', 'Ben', 'Chiara', 'Daniel', 'Elif', 'Farid', 'Grace', 'Hiro', 'Isla', 'Jonas'],
  ...['Kemi', 'Liam', 'Mei', 'Nadia', 'Oscar', 'Paula', 'Quentin', 'Rania', 'Sven', 'Tara'],
  ...['Umar', 'Vera', 'Wanda', 'Xavier', 'Yara', 'Zoe', 'Anton', 'Bianca', 'Cyrus', 'Dilara'],
  ...['Emil', 'Freya', 'Goran', 'Hana', 'Ivan', 'Jade', 'Kofi', 'Lena', 'Marco', 'Nora'],
];
const last = [
  ...['Abara', 'Berg', 'Castillo', 'Dubois', 'Eriksen', 'Ferrari', 'Gupta', 'Haddad', 'Ito', 'Jansen'],
  ...['Kaya', 'Lindqvist', 'Mensah', 'Novak', 'Okafor', 'Petrov', 'Quinn', 'Rossi', 'Sato', 'Tanaka'],
  ...['Ueda', 'Vargas', 'Weber', 'Xu', 'Yilmaz', 'Zhang', 'Alvarez', 'Brandt', 'Costa', 'Demir'],
  ...[
    'Evans',
    'Fischer',
    'Georgiou',
    'Horvat',
    'Ivanova',
    'Jensen',
    'Kowalski',
    'Larsen',
    'Moreau',
    'Nguyen',
  ],
];

/** The name of the `index`th person, below 1,600. */
export function nameOf(index: number): string {
  const a = index % first.length;
  const b = (7 * a + Math.floor(index / first.length)) % last.length;
  return `${first[a] ?? ''} ${last[b] ?? ''}`;
}

export const organizations = [
  { id: 'fieldnotes', name: 'Fieldnotes' },
  { id: 'northwind', name: 'Northwind Logistics' },
  { id: 'acme', name: 'Acme Instruments' },
  { id: 'lumen', name: 'Lumen & Daughters' },
  { id: 'halden', name: 'Halden Research' },
  { id: 'tidewater', name: 'Tidewater Energy' },
  { id: 'oakline', name: 'Oakline Furniture' },
  { id: 'brightside', name: 'Brightside Clinics' },
] as const;

/** The accounts to try it with: printed at the start. */
export const accounts = [
  {
    id: 'usr_sam',
    name: 'Sam Lee',
    email: 'sam@fieldnotes.example',
    role: 'support',
    organizationId: 'fieldnotes',
    about: 'Support: may act as members and managers',
  },
  {
    id: 'usr_priya',
    name: 'Priya Nair',
    email: 'priya@fieldnotes.example',
    role: 'support',
    organizationId: 'fieldnotes',
    about: 'Support engineer: may do the same',
  },
  {
    id: 'usr_olivia',
    name: 'Olivia Grant',
    email: 'olivia@fieldnotes.example',
    role: 'owner',
    organizationId: 'fieldnotes',
    about: 'Owner: protected; reads the record, revokes',
  },
  {
    id: 'usr_dana',
    name: 'Dana Fox',
    email: 'dana@northwind.example',
    role: 'member',
    organizationId: 'northwind',
    about: 'A member, whom support helps',
  },
] as const;

/** One password for every seeded account. */
export const password = 'fieldnotes-demo';
