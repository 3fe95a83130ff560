/**
 * Sentences that documents of the server carry as they are said in English, each with the code by which the catalogue
 * `told` says it in any language. `{name}` stands for what the sentence holds. A new sentence is a line here and in the
 * catalogues; until then it is shown as it is.
 */
export const toldSentences: Readonly<Record<string, string>> = {
  'later-start': '{left} of {all} customers start after {day} and are left out.',
  'no-start':
    '{undated} of {all} customers have no known start: the last {last} are chosen among the others first.',
  'end-before-start':
    '{found} of {all} customers end before they start (`{example}` is one): their tenure is taken as unknown.',
  'one-relation-repeats':
    '1 relation belongs to an account that has another one (`{example}` is one): each is ranked on its own.',
  'relations-repeat':
    '{repeated} relations belong to an account that has another one (`{example}` is one): each is ranked on its own.',
  'plain-count':
    '{plain} of {known} customers with known {label} have neither a start nor a tenure: their plain count stands in for a rate per year.',
  'tenure-is-age':
    'No customer has a recorded end: tenure only means age here, and new customers come out low for being new.',
  'weight-but-rare':
    '{label} counts because you gave it a weight, but it is known for only {known} of {of} customers.',
  'fewer-draws': 'With {ranked} customers the weights were moved {draws} times instead of 500.',
  'several-currencies':
    '{label} is in several currencies: the {known} of {of} sums in {currency} are compared, the others count as unknown because no rate is given.',
  'note-trace': 'may only be the trace of {causes}',
  'note-few-prospects': 'known for too few prospects to search by',
  'said-already': '{label} says it already; give it a weight to count it all the same',
  'weight-zero': 'its weight is 0',
  'only-with-weight': 'it counts only when you give it a weight',
  'known-for-nobody': 'it is not known for any customer',
  'known-for-few':
    'it is known for only {known} of {of} customers; give it a weight to count it all the same',
  'same-for-all': 'it is the same for all {known} customers it is known for',
  'too-few-for-third': 'A top third needs at least {needed} customers; there are {of}.',
  'too-few-known':
    'A top third needs at least {needed} customers with half of their value known; {ranked} of {of} have that.',
  'nothing-known': 'Nothing that makes a customer valuable is known for any customer.',
  'nothing-left': 'Nothing is left to rank customers by. {reasons}',
  'all-alike': 'All {of} customers have the same value: there is no top third.',
  straddling:
    'Customers with the same value straddle the line: the nearest break to a third leaves {n} of {of} above it. Give weight to another component that tells them apart.',
  'cannot-show': '{found} {records} can be compared; fewer than {needed} cannot show a pattern.',
  'one-side-short': '{best} of {of} {units} are in one group and {rest} in the other; each needs {needed}.',
  'supports-nothing':
    'With {n} {records} a search can support nothing: chance alone finds something as good. What stands out is listed as questions.',
  split:
    'The shares and intervals are those of the {tested} records that tested the patterns, not of the {searched} that were searched.',
  'no-value': '{left} of {all} records have no value and are in neither group.',
  'silent-fields':
    '{silent} of {fields} fields have nothing to compare: one value only, or known for too few.',
  'lost-hypotheses': '{lost} declared hypotheses name a field that is not searched: {names}.',
  'cut-off':
    'Outcomes of {span} are cut off, so that {affected} of {all} deals look lost because of their time alone: `{command}` leaves them out.',
  'only-began': 'Only {units} that began{span} are compared: {left} of {all} are left out.',
  'half-tested':
    'The shares of this pattern are those of the {n} records of one half that tested it; all records are shown here.',
  'questions-only': '{n} are too few to support anything: what follows are questions, not findings.',
  'suggestions-only':
    'With {n}, take what follows as suggestions: a trait of 90% of one group against 20% of the other is supported {plain}, one of 75% against 30% {strong}.',
  'nearly-always': 'nearly always',
  'hardly-ever': 'hardly ever',
  'once-in-ten': 'once in 10',
  'times-in-ten': '{times} times in 10',
  'after-the-sale': '{label} is known only after the sale.',
  'result-of-sale': '{label} is a result of the sale, not a trait of the account.',
  'dated-after': '{later} of {dated} dates in {label} lie after the start of the relation.',
  'part-of-value':
    '{label} orders the customers as {component} does (rank correlation {alike}): it is part of the value, not a reason for it.',
  'missing-tells':
    '{label} is missing for {n} of {of} in one group and {others} of {ofOthers} in the other: whether it is filled in tells the outcome.',
  'too-good':
    '{label} alone tells the two groups apart almost without error ({share}% over {known} known): too good to have been known before.',
  'ask-when':
    'Is {label} known before the sale, or only after it? It holds for {n} of {of} against {others} of {ofOthers}, which is unusually far apart.',
  'ask-missing':
    '{label} is filled in for {n} of {of} against {others} of {ofOthers}, more apart than chance explains: was it filled in before the sale, or because of it?',
  'few-dates': 'fewer than half have a date',
  'same-accounts': 'nearly all later ones are of accounts that were there before',
  'few-earlier': 'only {n} came before the last three tenths',
  'few-of-outcome': 'fewer than {n} of an outcome before or after the cut',
  'no-column': 'no source has this field',
  'blank-everywhere': 'not filled in for any account',
  'blank-here': 'not filled in here (known for {share} of accounts)',
  'other-currency': 'known as {held}, not in {currency}',
  'known-only-as': 'known only as {held}',
  'not-comparable': 'known as {held}, which cannot be compared',
  'nobody-looked': 'nobody looked here',
  undated: '{name} is listed without the day it was first seen',
  'no-strength': 'an event is listed without its strength',
  'looked-too-early': 'last looked for on {day}, before the window begins',
  'no-history': 'it takes two values on different days, one before the window',
  'market-source': 'accounts known here, median contract of the best, snapshot {snapshot}',
  'search-gap': 'known for {known} of {of} prospects ({percent}%); a search needs at least {needed}%',
  'only-best': 'It is itself the only best customer.',
  'row-several': '{first}; `{column}` too: {second}',
  'row-no-outcome': 'neither won nor lost nor open',
  'row-low-above-high': 'its low end is above its high end',
  'row-no-email': 'not an e-mail address',
  'row-no-year': 'not a year',
  'row-no-number': 'not a number or a band of numbers',
  'row-no-date': 'not a date',
  'row-no-country': 'not a country',
  'row-neither-yes-no': 'neither yes nor no',
  'row-two-currencies': 'its two ends are in two currencies',
  'row-closed-unsaid': 'closed, but it does not say whether won or lost',
  'row-won-and-lost': 'both won and lost',
  'row-money': 'a sum of money in a column of numbers',
  'row-range': 'a range where one number is needed',
  'row-date-band': 'a spreadsheet turned the band into a date: probably {was}',
  'row-marks': 'its marks do not fit a column whose decimal mark is `{mark}`',
  'row-day-order': 'no such date: the column reads day {day}, month {month}',
  'row-month-order': 'no such date: the column reads month {month}, day {day}',
  'row-bad-year': 'no such date: the year of `{text}` would be {year}',
  'row-bad-month': 'no such date: there is no month {month}',
  'row-bad-day': 'no such date: that month has {last} days, not {day}',
  'row-no-account': 'names no account',
  'row-no-amount': 'has no amount',
  'row-same-account': 'the same account as line {line}',
  'row-same-customer': 'the same customer (account and start) as line {line}',
  'row-same-deal': 'the same deal as line {line}',
  'row-same-person': 'the same person as line {line}',
  'row-same-answer': 'the same answer as line {line}',
  'row-same-row': 'the same row as line {line}',
  'row-same-key': 'the same key as line {line}',
  'row-same-cells': 'the same cells as line {line}',
  'row-imported-before': 'the same {what} as a row imported before',
  'row-one-cell': '1 cell where the table has {columns}',
  'row-cells': '{cells} cells where the table has {columns}',
  'row-not-utf8': 'a character that is not UTF-8',
  'row-after-quote': 'text stands after a closing quotation mark',
  'row-too-long': 'longer than 100 MB',
  'row-unreadable': 'cannot be read as a row',
};
