//! The English words of dues.
//!
//! Does not know how they stand together: `times` and `forms` do.

use super::sense::{Language, Part, Sense, Sense as S, Unit};

pub(super) static ENGLISH: Language = Language { words: WORDS, noun_last: true };

const WORDS: &[(Sense, &str)] = &[
    (S::Month(1), "january|jan"),
    (S::Month(2), "february|feb|febr"),
    (S::Month(3), "march|mar"),
    (S::Month(4), "april|apr"),
    (S::Month(5), "may"),
    (S::Month(6), "june|jun"),
    (S::Month(7), "july|jul"),
    (S::Month(8), "august|aug"),
    (S::Month(9), "september|sept|sep"),
    (S::Month(10), "october|oct"),
    (S::Month(11), "november|nov"),
    (S::Month(12), "december|dec"),
    (S::Weekday, "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"),
    (S::Count(1), "a|an|one"),
    (S::Count(2), "two"),
    (S::Count(3), "three"),
    (S::Count(4), "four"),
    (S::Count(5), "five"),
    (S::Count(6), "six|half a dozen"),
    (S::Count(7), "seven"),
    (S::Count(8), "eight"),
    (S::Count(9), "nine"),
    (S::Count(10), "ten"),
    (S::Count(11), "eleven"),
    (S::Count(12), "twelve"),
    (S::Count(14), "fourteen"),
    (S::Count(15), "fifteen"),
    (S::Count(18), "eighteen"),
    (S::Count(20), "twenty"),
    (S::Count(24), "twenty four"),
    (S::Count(30), "thirty"),
    (S::Count(36), "thirty six"),
    (S::Count(45), "forty five"),
    (S::Count(60), "sixty"),
    (S::Count(90), "ninety"),
    (S::Ordinal(1), "first"),
    (S::Ordinal(2), "second"),
    (S::Ordinal(3), "third"),
    (S::Ordinal(4), "fourth"),
    (S::Ordinal(0), "last|final"),
    (S::OrdinalMark, "st|nd|rd|th"),
    (S::Unit(Unit::Day), "day|days|calendar day|calendar days"),
    (S::Unit(Unit::WorkingDay), "working day|working days|business day|business days|workdays"),
    (S::Unit(Unit::Week), "week|weeks"),
    (S::Unit(Unit::Month), "month|months|calendar month|calendar months"),
    (S::Unit(Unit::Quarter), "quarter|quarters|calendar quarter"),
    (S::Unit(Unit::Half), "half|half year|half years|semester|semesters"),
    (S::Unit(Unit::Year), "year|years|calendar year|calendar years|yr|yrs"),
    (S::QuarterMark, "q"),
    (S::HalfMark, "h"),
    (
        S::Budget,
        "fy|fiscal year|financial year|budget year|budget period|budgetary year|budget cycle|financial period|fiscal period\
         |peacekeeping budget year|peacekeeping financial year|peacekeeping fiscal year|peacekeeping budget period|budget",
    ),
    (S::Part(Part::Early), "early|early in|beginning|beginning of|start|start of|the beginning|the start|early part"),
    (S::Part(Part::Mid), "mid|middle|the middle|midpoint|the midpoint|half way through|halfway through"),
    (S::Part(Part::Late), "late|late in|later in|the latter part|latter part"),
    (S::Part(Part::End), "end|ends|the end|the very end|close|the close"),
    (S::YearEnd, "year end|years end|end of year|end of the year|the end of the year|end year|eoy|close of the year"),
    (S::Season, "spring|summer|autumn|fall|winter"),
    (S::Decade, "decade|this decade|the decade|coming decade|next decade|current decade|twenties|thirties"),
    (
        S::By,
        "by|not later than|no later than|not after|before or on|on or before|in or before|before or in|up to|due|due by|due on|due in\
         |deadline|target|target date|due date|the latest|latest|at the latest|at latest by|at the latest by|cob|by cob|eod\
         |close of business|close of play|end of business|end of day|eob|around|about|approximately|approx|circa|expected|planned\
         |planned for|scheduled for|provisionally|tentatively|to be completed|completed|complete|completion|to be done|estimated",
    ),
    (
        S::In,
        "in|on|at|during|within|over|for|throughout|in the course of|over the course of|during the course of|sometime in\
         |some time in|at some point in|upon|on the occasion of|in the margins of|on the margins of|at the time of|as part of\
         |over a period of|within a period of|for a period of|in connection with|inside|over the period|during the period|for the period|in the period",
    ),
    (S::The, "the"),
    (S::Of, "of|in|of the|in the|for"),
    (
        S::Tail,
        "at the latest|latest|or earlier|or before|at the very latest|tbc|to be confirmed|tentative|tentatively|provisional\
         |approximately|inclusive|on|onwards|onward|thereafter|afterwards|then|period|the period|biennium|triennium|time frame|timeframe|cob\
         |close of business|please|in total|deadline|target|or sooner",
    ),
    (S::To, "to|until|till|through|thru|up to"),
    (S::Between, "between"),
    (S::And, "and"),
    (
        S::From,
        "from|as of|as from|starting|starting in|starting on|starting from|starting with|beginning|beginning in|beginning on\
         |beginning with|commencing|commencing in|commencing on|effective|with effect from|onwards from|counting from|counted from",
    ),
    (S::Until, "until|till|through|up to|ending|ending in|to"),
    (
        S::Before,
        "before|prior to|ahead of|in advance of|in time for|in the run up to|in the lead up to|leading up to|on the eve of|preceding\
         |immediately before|immediately prior to|well before|shortly before|well ahead of|just before",
    ),
    (
        S::After,
        "after|following|immediately after|immediately following|shortly after|soon after|subsequent to|right after|just after|past|after the date of",
    ),
    (
        S::CountedFrom,
        "from|of|since|as of|upon|counting from|counted from|from the date of|of the date of|starting from|starting with",
    ),
    (S::This, "this|the current|current|the present|this current"),
    (S::Next, "next|coming|following|forthcoming|upcoming"),
    (S::Ahead, "from now|from now on|from today|time|to come|ahead|hence"),
    (S::Every, "every|each|once every|once each|once in every|once per|of every|of each|in each|in every"),
    (S::Other, "other|second"),
    (S::Times, "times|time"),
    (S::TimesCount(1), "once"),
    (S::TimesCount(2), "twice"),
    (S::TimesCount(3), "thrice"),
    (S::Per, "a|an|per|each|every|in a|in each|in every|in the|during the"),
    (S::Recurs(1), "monthly|per month|each and every month"),
    (S::Recurs(3), "quarterly|per quarter|trimestral"),
    (S::Recurs(6), "semi annually|semiannually|semi annual|semiannual|half yearly|six monthly|semi yearly"),
    (S::Recurs(12), "annually|annual|yearly|per annum|per year|once yearly|once annually|year on year|year after year"),
    (S::Recurs(24), "biennially|biennial|two yearly"),
    (S::Recurs(36), "triennially|triennial"),
    (S::Basis, "on a|on an|on|basis|at|intervals|at least|at a minimum"),
    (
        S::Report,
        "report|reports|reporting|review|reviews|update|updates|briefing|briefings|meetings|to report|to be reported|thereafter|then",
    ),
    (
        S::Regular,
        "regular|regularly|periodic|periodically|on a regular basis|at regular intervals|recurring|recurrent|recurrently|repeatedly\
         |from time to time|on a rolling basis|rolling",
    ),
    (
        S::TooOften,
        "daily|weekly|fortnightly|bi weekly|biweekly|every day|each day|every week|each week|every fortnight|twice a month|twice monthly\
         |twice a week|once a week|once a day|hourly",
    ),
    (S::TwoMeanings, "biannually|biannual|bi annually|bi annual|bimonthly|bi monthly"),
    (
        S::Never,
        "none|no date|no deadline|no due date|no date set|no date given|no time frame|no timeframe|open ended|open|ongoing|on going\
         |continuous|continuously|continuing|continual|continually|on a continuous basis|on an ongoing basis|permanent|permanently\
         |indefinite|indefinitely|not specified|unspecified|not stated|not applicable|n / a|na|tbd|tba|to be determined|to be decided\
         |to be announced|not known|unknown|undated|as soon as possible|as soon as practicable|as soon as feasible|asap|a s a p\
         |at the earliest opportunity|at the earliest|as early as possible|immediate|immediately|urgent|urgently|promptly|without delay\
         |without further delay|forthwith|in due course|in the short term|in the medium term|in the long term|in the longer term\
         |short term|medium term|long term|longer term|at all times|always|until further notice|with immediate effect|in a timely manner\
         |timely",
    ),
    (
        S::If,
        "if|if and when|when|when and if|once|as and when|whenever|where|wherever|as soon as|as long as|so long as|subject to|provided\
         |provided that|providing|providing that|depending on|depending upon|dependent on|dependent upon|contingent on|contingent upon\
         |conditional on|conditional upon|on condition that|on the condition that|in case|in case of|in the event of|in the event that\
         |unless|should|pending|assuming|to the extent|within existing|within available|as resources|as funds|as funding|as conditions|as circumstances|as security|as capacity|as capacities\
         |as the situation|only if|only when|only once|upon|upon availability of|given|in the absence of\
         |in light of|with sufficient|based on|according to",
    ),
    (
        S::Proviso,
        "if|subject to|provided|provided that|providing that|depending on|depending upon|contingent on|contingent upon|conditional on\
         |conditional upon|unless|as appropriate|as necessary|as needed|as required|where possible|where appropriate|resources permitting\
         |funds permitting|conditions permitting|security permitting|on condition that|on the condition that",
    ),
    (
        S::IfAlone,
        "conditions on the ground|as appropriate|as necessary|as needed|as required|if necessary|if needed|if required|if possible\
         |where possible|where appropriate|where necessary|where feasible|when possible|when feasible|when needed|when necessary\
         |when required|when appropriate|whenever possible|whenever necessary|if applicable|upon request|on request|on demand\
         |within existing resources|within available resources|as feasible|as applicable",
    ),
    (S::IfTail, "permitting|allowing|permit|allow"),
    (
        S::StageNoun,
        "start up|startup|drawdown|draw down|phase|phases|stage|stages|planning|deployment|pre deployment|predeployment|in mission|post deployment\
         |redeployment|negotiation|negotiations|transition|transitions|liquidation|closure|handover|hand over|withdrawal|exit|rotation|rotations\
         |induction|recruitment|mandating|process|processes|cycle|cycles|life cycle|lifecycle|surge|inception|development|training\
         |mobilization|mobilisation|reconfiguration|set up|setup|force generation|downsizing|build up|steady state|formulation|drafting\
         |preparation|preparations|full operational capability|initial operational capability",
    ),
    (
        S::EdgeNoun,
        "outset|start|beginning|end|onset|early days|life|lifetime|duration|course|closing|opening|conclusion|first days|completion",
    ),
    (S::PlaceNoun, "mission|missions|operation|operations|mandate|mandates|peace operation|peacekeeping operation"),
    (
        S::EventNoun,
        "ministerial|ministerials|meeting|meetings|conference|conferences|summit|session|sessions|renewal|renewals|extension|review\
         |election|elections|assembly|forum|referendum|adoption|launch|publication|release|report|anniversary|visit|retreat|workshop|seminar\
         |consultation|consultations|briefing|debate|symposium|congress|endorsement|appointment|inauguration|expiry|expiration|signing|signature\
         |ratification|entry into force|vote|hearing|evaluation|assessment|high level week",
    ),
    (S::Link, "of|for|by|in|with|to|on|from|between|and|or|at|as|under"),
];
