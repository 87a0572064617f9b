/**
 * What the seeded people write.
 *
 * @module
 */

export const projects = [
  'Website relaunch',
  'Q3 planning',
  'Customer interviews',
  'Hiring',
  'Warehouse move',
  'Office',
  'Budget 2027',
  'Onboarding',
  'Supplier review',
  'Team rituals',
] as const;

export interface Draft {
  readonly title: string;
  readonly body: string;
}

export const notes: readonly Draft[] = [
  {
    title: 'Kick-off: what we agreed',
    body: `Attending: the whole team, plus Marta from operations.

- One launch date, 14 October. No soft launch.
- Weekly demo on Thursdays, fifteen minutes, always something that runs.
- Copy is written by the people who answer the phone.

Open: who signs off the price page?`,
  },
  {
    title: 'Interview with the night shift',
    body: `They print the list because the tablet locks after a minute and gloves do not unlock it.

"If I could change one thing it would be the beep. Everything beeps."

Follow up: ask IT about the lock time, then visit again in two weeks.`,
  },
  {
    title: 'Budget: first draft',
    body: `Three lines make up 80 % of it: people, hosting, travel.

- Hosting fell by a fifth after the move, keep it there.
- Travel doubled. Most of it is one customer; worth it?
- Training has had no line of its own so far. Give it one.`,
  },
  {
    title: 'Questions for the accountant',
    body: `1. Can we book the laptops this year although they arrive in January?
2. What changes with the new threshold?
3. Who keeps the originals?`,
  },
  {
    title: 'Retro, sprint 18',
    body: `Went well: pairing on the import, the calm release on Tuesday.
Went badly: three people fixed the same bug without knowing.

We try: one line in the channel before you start on something red.`,
  },
  {
    title: 'Delivery dates that slipped',
    body: `Order 20418: two days, lorry broke down.
Order 20431: five days, wrong address on our side.
Order 20447: still open. Called twice.

Pattern? Two of three had been changed by hand after the export.`,
  },
  {
    title: 'Reading list',
    body: `- The checklist article that Jun sent round
- Chapter 4 on queues
- Last year's incident reviews, before we write the new one`,
  },
  {
    title: 'Desk plan for the new office',
    body: `The quiet room faces the yard, so nobody needs to whisper near the kitchen.
Four desks stay free for visitors.
The printer goes where the plant is now. The plant goes home with Ana.`,
  },
  {
    title: 'Interview guide: first week',
    body: `Start with their last working day, hour by hour. Do not show anything in the first half.

Then: what did you look for and not find? Whom did you ask instead?`,
  },
  {
    title: 'Supplier scorecard',
    body: `Quality 4, price 3, answers on the phone 5.

They were the only ones who told us about the delay before we asked. That counts for more than the price.`,
  },
  {
    title: 'Onboarding checklist',
    body: `- Accounts work on the first morning
- A first change shipped by Wednesday
- Lunch with somebody from another team
- End of week: what surprised you?`,
  },
  {
    title: 'Ideas for the summer party',
    body: `By the river if it is dry, in the warehouse if it is not.
No speeches. Somebody must bring the good speaker.`,
  },
  {
    title: 'Password for the guest network',
    body: `It is on the card at the front desk, and changes every Monday. Please do not write it here again.`,
  },
  {
    title: 'Call with Northern Freight',
    body: `They can take 40 pallets more from September, at the same rate until the end of the year.
They want a forecast every second Friday. We can do that.`,
  },
  {
    title: 'Price page: open points',
    body: `- Yearly price first or monthly price first?
- The word "seat" confuses everybody who has not bought software before.
- What happens to your notes when you stop paying must be on this page.`,
  },
  {
    title: 'Incident: labels printed twice',
    body: `09:12 first call. 09:30 printing stopped by hand. 10:05 fixed.

Cause: the job was retried after a timeout although it had finished.
We will give each job a number that the printer remembers.`,
  },
  {
    title: 'One-to-one',
    body: `Wants to lead the next release. Good idea, with Petra beside.
Holiday: last two weeks of August.`,
  },
  {
    title: 'Things to ask support',
    body: `Exports arrive without the umlauts. Happens with the old spreadsheet program only?
Also: can two people edit a note at the same time?`,
  },
];
