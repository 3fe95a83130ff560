import type { ProfileQuestion } from './types.ts';

/** The ten questions that make a hypothesis profile without data; each may stay unanswered. */
export const profileQuestions: readonly ProfileQuestion[] = [
  {
    id: 'offer',
    text: 'What do you offer, and which problems does it take away?',
    help: 'What it is, a colon, then the problems in your customers’ words, separated by semicolons.',
    example: 'An agenda that refills cancelled hours by itself: empty slots; phones that nobody answers',
  },
  {
    id: 'customers',
    text: 'Which kind of company are your closest customers?',
    help: 'Industries, separated by commas, as a company database would name them.',
    example: 'private clinic, dental clinic',
  },
  {
    id: 'size',
    text: 'How big are they?',
    help: 'A range and what it counts; employees when you name nothing.',
    example: '3 to 15 practitioners',
  },
  {
    id: 'place',
    text: 'Where are they?',
    help: 'Countries, separated by commas. This is your market: accounts elsewhere are left out.',
    example: 'Spain',
  },
  {
    id: 'tools',
    text: 'Which tools do good customers use, and which do they lack?',
    help: '`uses X` or `lacks X`, separated by commas; X is a kind of tool.',
    example: 'uses scheduling, lacks clinic management',
  },
  {
    id: 'signals',
    text: 'Which three events show that a company is about to need you?',
    help: 'Up to three, separated by commas: hired X, job posted for X, headcount growth, funding round, new location, adopted X, dropped X, leadership change.',
    example: 'hired administration, new location, dropped scheduling',
  },
  {
    id: 'exclusions',
    text: 'Whom should nobody work on, and why?',
    help: 'One per semicolon, each with its reason after `because`: a size, `uses X`, an industry, or `field: value`.',
    example: 'at most 1 practitioners because no coordination problem; ownership: public because tenders',
  },
  {
    id: 'buyer',
    text: 'Who decides on the money?',
    help: 'Titles, a colon, what they care about; `via` and the channel at the end.',
    example: 'manager, medical director: fewer empty slots via phone',
  },
  {
    id: 'user',
    text: 'Who uses it every day?',
    help: 'Titles, a colon, what they care about; `via` and the channel at the end.',
    example: 'receptionist, front desk: fewer calls to make via email',
  },
  {
    id: 'blocker',
    text: 'Who can stop it?',
    help: 'Titles, a colon, what they care about; `via` and the channel at the end.',
    example: 'accountant: no second system to reconcile via email',
  },
];
