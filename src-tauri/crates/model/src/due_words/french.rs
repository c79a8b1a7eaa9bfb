//! The French words of dues, without their accents.
//!
//! Does not know how they stand together: `times` and `forms` do.

use super::sense::{Language, Part, Sense, Sense as S, Unit};

pub(super) static FRENCH: Language = Language { words: WORDS, noun_last: false };

const WORDS: &[(Sense, &str)] = &[
    (S::Month(1), "janvier|janv|jan"),
    (S::Month(2), "fevrier|fevr|fev"),
    (S::Month(3), "mars"),
    (S::Month(4), "avril|avr"),
    (S::Month(5), "mai"),
    (S::Month(6), "juin"),
    (S::Month(7), "juillet|juil"),
    (S::Month(8), "aout"),
    (S::Month(9), "septembre|sept"),
    (S::Month(10), "octobre|oct"),
    (S::Month(11), "novembre|nov"),
    (S::Month(12), "decembre|dec"),
    (S::Weekday, "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"),
    (S::Count(1), "un|une"),
    (S::Count(2), "deux"),
    (S::Count(3), "trois"),
    (S::Count(4), "quatre"),
    (S::Count(5), "cinq"),
    (S::Count(6), "six"),
    (S::Count(7), "sept"),
    (S::Count(8), "huit"),
    (S::Count(9), "neuf"),
    (S::Count(10), "dix"),
    (S::Count(11), "onze"),
    (S::Count(12), "douze"),
    (S::Count(15), "quinze"),
    (S::Count(18), "dix huit"),
    (S::Count(20), "vingt"),
    (S::Count(24), "vingt quatre"),
    (S::Count(30), "trente"),
    (S::Count(36), "trente six"),
    (S::Count(60), "soixante"),
    (S::Count(90), "quatre vingt dix"),
    (S::Ordinal(1), "premier|premiere"),
    (S::Ordinal(2), "deuxieme|second|seconde"),
    (S::Ordinal(3), "troisieme"),
    (S::Ordinal(4), "quatrieme"),
    (S::Ordinal(0), "dernier|derniere"),
    (S::OrdinalMark, "er|re|ere|e|eme|ieme|nd|nde|o"),
    (S::Unit(Unit::Day), "jour|jours|jours calendaires|jours civils"),
    (S::Unit(Unit::WorkingDay), "jour ouvrable|jours ouvrables|jours ouvres"),
    (S::Unit(Unit::Week), "semaine|semaines"),
    (S::Unit(Unit::Month), "mois|mois civil"),
    (S::Unit(Unit::Quarter), "trimestre|trimestres"),
    (S::Unit(Unit::Half), "semestre|semestres"),
    (S::Unit(Unit::Year), "an|ans|annee|annees|annee civile|annees civiles"),
    (S::QuarterMark, "t|q"),
    (S::HalfMark, "s|h"),
    (
        S::Budget,
        "exercice|exercice budgetaire|exercice financier|annee budgetaire|annee financiere|budget|l exercice|l exercice budgetaire\
         |l exercice financier|l annee budgetaire",
    ),
    (S::Part(Part::Early), "debut|le debut|au debut|debut du|debut de"),
    (S::Part(Part::Mid), "mi|milieu|le milieu|la mi"),
    (S::Part(Part::Late), "vers la fin"),
    (S::Part(Part::End), "fin|la fin|la toute fin"),
    (S::YearEnd, "fin d annee|la fin d annee|fin de l annee|la fin de l annee|fin d exercice"),
    (S::Season, "printemps|ete|automne|hiver"),
    (S::Decade, "decennie|la decennie|cette decennie|annees"),
    (
        S::By,
        "d ici|d ici a|a l horizon|a l horizon de|horizon|au plus tard|au plus tard d ici|jusque|jusqu|jusqu en|jusqu au|jusqu a|pour|echeance|date limite|date butoir\
         |vers|environ|prevu|prevue|prevu pour|prevue pour|delai|avant ou en|au plus tard avant",
    ),
    (
        S::In,
        "en|dans|a|au|aux|au cours|au cours de|au cours du|au cours des|courant|dans le courant|pendant|durant|lors de|lors du|lors des|lors d\
         |sous|pour une duree|dans un delai|dans un delai maximum|dans un delai maximal|a l occasion|au moment|en marge|sur|tout au long|dans le cadre\
         |a l issue d un delai|sur une periode|pour une periode|sur la periode|pour la periode|pendant la periode",
    ),
    (S::The, "le|la|les|l"),
    (S::Of, "de|du|des|d|de la|de l|en"),
    (
        S::Tail,
        "au plus tard|inclus|a confirmer|provisoire|au maximum|maximum|au plus|par la suite|ensuite|environ|periode|la periode|suivantes\
         |si possible|dernier delai|ou avant|civile",
    ),
    (S::To, "a|au|jusqu au|jusqu a|jusqu en|aux"),
    (S::Between, "entre"),
    (S::And, "et"),
    (
        S::From,
        "de|du|des|d|depuis|depuis le|a partir de|a partir du|a partir d|a compter de|a compter du|a compter d|a dater de|a dater du\
         |debutant en|commencant en",
    ),
    (S::Until, "jusque|jusqu en|jusqu au|jusqu a|a|au"),
    (
        S::Before,
        "avant|prealablement a|en amont de|en amont du|en prevision de|en prevision du|a temps pour|anterieurement a|juste avant\
         |a la veille de|a la veille du",
    ),
    (
        S::After,
        "apres|suivant|qui suivent|qui suit|a la suite de|a la suite du|a l issue de|a l issue du\
         |posterieurement a|suite a|suite au|immediatement apres|juste apres|peu apres|au lendemain de|au lendemain du",
    ),
    (
        S::CountedFrom,
        "de|du|a compter de|a compter du|a compter d|a partir de|a partir du|a partir d|a dater de|a dater du|depuis",
    ),
    (S::This, "ce|cet|cette|en cours|courant|courante"),
    (S::Next, "prochain|prochaine|prochains|prochaines"),
    (S::Ahead, "prochain|prochaine|prochains|prochaines|a venir|qui vient|qui viennent|a compter d aujourd hui"),
    (S::Every, "chaque|tous les|toutes les|de chaque|une fois tous les|une fois toutes les|une fois chaque|une fois tous"),
    (S::Times, "fois"),
    (S::TimesCount(1), "une fois"),
    (S::TimesCount(2), "deux fois"),
    (S::Per, "par|l|chaque|tous les|toutes les"),
    (S::Recurs(1), "mensuel|mensuelle|mensuels|mensuelles|mensuellement|par mois"),
    (S::Recurs(2), "bimestriel|bimestrielle|bimestriellement"),
    (S::Recurs(3), "trimestriel|trimestrielle|trimestriels|trimestrielles|trimestriellement|par trimestre"),
    (S::Recurs(6), "semestriel|semestrielle|semestriels|semestrielles|semestriellement|biannuel|biannuelle|par semestre"),
    (S::Recurs(12), "annuel|annuelle|annuels|annuelles|annuellement|par an"),
    (S::Recurs(24), "biennal|biennale|biennaux|bisannuel|bisannuelle"),
    (S::Recurs(36), "triennal|triennale"),
    (S::Basis, "sur une base|base|a intervalles|a un rythme|rythme|de maniere|de facon|au moins"),
    (S::Report, "rapport|rapports|examen|examens|bilan|bilans|point|reunions|par la suite|ensuite"),
    (
        S::Regular,
        "regulier|reguliere|reguliers|regulierement|periodique|periodiquement|a intervalles reguliers|de maniere reguliere|de facon reguliere\
         |recurrent|recurrente|sur une base reguliere",
    ),
    (
        S::TooOften,
        "quotidien|quotidienne|quotidiennement|hebdomadaire|hebdomadairement|bimensuel|bimensuelle|chaque jour|chaque semaine|tous les jours\
         |toutes les semaines|deux fois par mois|une fois par semaine|tous les quinze jours|bihebdomadaire",
    ),
    (
        S::Never,
        "aucun|aucune|neant|sans date|sans echeance|pas de date|pas d echeance|aucune date|aucune echeance|sans delai fixe|en cours|en continu|continu\
         |continue|de maniere continue|de facon continue|permanent|permanente|en permanence|indefini|indefinie|indefiniment|a duree indeterminee\
         |non precise|non precisee|non specifie|a determiner|a definir|a preciser|s o|sans objet|des que possible|le plus tot possible\
         |aussitot que possible|le plus rapidement possible|dans les meilleurs delais|dans les plus brefs delais|sans delai|immediatement|immediat\
         |d urgence|en temps voulu|en temps utile|le moment venu|a court terme|a moyen terme|a long terme|court terme|moyen terme|long terme\
         |jusqu a nouvel ordre|sans tarder",
    ),
    (
        S::If,
        "si|s il|quand|lorsque|lorsqu|une fois|une fois que|des que|des qu|des lors que|aussitot que|sitot que|sous reserve|sous reserve de\
         |sous reserve que|a condition que|a condition|a la condition|en fonction|selon|pourvu que|au cas ou|en cas|tant que|dans la mesure\
         |dans la limite|a mesure que|au fur et a mesure|moyennant|sauf si|a moins que|dans l attente|en attendant|apres accord",
    ),
    (
        S::Proviso,
        "si|s il|sous reserve|a condition|a la condition|en fonction|pourvu que|dans la mesure|dans la limite|sauf si|a moins que|le cas echeant",
    ),
    (
        S::IfAlone,
        "si necessaire|si possible|le cas echeant|au besoin|en tant que de besoin|selon que de besoin|dans la mesure du possible|sur demande\
         |selon les besoins|si besoin|si besoin est|selon qu il convient|lorsque cela est possible",
    ),
    (S::IfTail, "le permettent|le permet|le permettront|le permettra"),
    (
        S::StageNoun,
        "demarrage|phase|phases|etape|etapes|stade|stades|planification|deploiement|predeploiement|redeploiement|retrait|reduction|transition\
         |liquidation|fermeture|cloture|negociation|negociations|releve|releves|passation|processus|cycle|mise en place|montee en puissance\
         |elaboration|preparation|preparatifs|formation|recrutement|constitution des forces|reconfiguration",
    ),
    (S::EdgeNoun, "debut|fin|depart|commencement|ouverture|conclusion|duree|cours|achevement"),
    (S::PlaceNoun, "mission|missions|operation|operations|mandat|mandats"),
    (
        S::EventNoun,
        "ministerielle|ministeriel|reunion|reunions|conference|conferences|sommet|session|sessions|renouvellement|renouvellements|prorogation|reconduction\
         |examen|election|elections|assemblee|forum|referendum|adoption|lancement|publication|rapport|anniversaire|visite|retraite|atelier|seminaire\
         |consultation|consultations|debat|symposium|congres|approbation|nomination|investiture|expiration|signature|ratification\
         |entree en vigueur|vote|evaluation|scrutin|seance",
    ),
    (S::Link, "de|du|des|d|pour|par|a|au|aux|avec|sur|entre|et|ou|la|le|les|l"),
];
