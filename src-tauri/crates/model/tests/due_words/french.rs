//! Dues as they are said in French, with their accents and without.
//!
//! Does not hold what counts from the day on which it was said (`made`).

#[test]
fn times_of_the_calendar() {
    super::check(
        &[
            ("31 décembre 2026", "day 2026-12-31"),
            ("31 decembre 2026", "day 2026-12-31"),
            ("31 de\u{301}cembre 2026", "day 2026-12-31"),
            ("le 31 DÉCEMBRE 2026", "day 2026-12-31"),
            ("au plus tard le 1er mars 2027", "day 2027-03-01"),
            ("au plus tard le 1ᵉʳ mars 2027", "day 2027-03-01"),
            ("mercredi 3 mars 2027", "day 2027-03-03"),
            ("15 août 2027", "day 2027-08-15"),
            ("15 aout 2027", "day 2027-08-15"),
            ("d'ici au 30 juin 2027", "day 2027-06-30"),
            ("avant le 1er mars 2027", "day 2027-02-28"),
            ("trois mois après le 31 mars 2027", "day 2027-06-30"),
            ("d'ici à juin 2027", "month 2027-06-01..2027-06-30"),
            ("d’ici juin 2027", "month 2027-06-01..2027-06-30"),
            ("févr. 2027", "month 2027-02-01..2027-02-28"),
            ("fin mars 2027", "month 2027-03-01..2027-03-31"),
            ("en juillet 2027", "month 2027-07-01..2027-07-31"),
            ("T2 2027", "quarter 2027-04-01..2027-06-30"),
            ("deuxième trimestre 2027", "quarter 2027-04-01..2027-06-30"),
            ("au cours du deuxième trimestre de 2027", "quarter 2027-04-01..2027-06-30"),
            ("2e trimestre 2027", "quarter 2027-04-01..2027-06-30"),
            ("IIe trimestre 2027", "quarter 2027-04-01..2027-06-30"),
            ("dernier trimestre de 2027", "quarter 2027-10-01..2027-12-31"),
            ("1er trimestre de l'année 2027", "quarter 2027-01-01..2027-03-31"),
            ("d'ici la fin de 2027", "year 2027-01-01..2027-12-31"),
            ("d'ici fin 2027", "year 2027-01-01..2027-12-31"),
            ("avant la fin de 2027", "year 2027-01-01..2027-12-31"),
            ("avant la fin de l'année 2027", "year 2027-01-01..2027-12-31"),
            ("à l'horizon 2030", "year 2030-01-01..2030-12-31"),
            ("courant 2027", "year 2027-01-01..2027-12-31"),
            ("jusqu'en 2027", "year 2027-01-01..2027-12-31"),
            ("premier semestre 2027", "window 2027-01-01..2027-06-30"),
            ("S2 2027", "window 2027-07-01..2027-12-31"),
            ("mi-2027", "window 2027-04-01..2027-06-30"),
            ("début 2027", "window 2027-01-01..2027-03-31"),
            ("de janvier à mars 2027", "window 2027-01-01..2027-03-31"),
            ("entre mars et juin 2027", "window 2027-03-01..2027-06-30"),
            ("du 1er au 15 mars 2027", "window 2027-03-01..2027-03-15"),
            ("exercice 2023/24", "window 2023-07-01..2024-06-30"),
            ("exercice budgétaire 2023-2024", "window 2023-07-01..2024-06-30"),
            ("d'ici juin 2027, sous réserve de financement", "month 2027-06-01..2027-06-30"),
        ],
        None,
    );
}

#[test]
fn events_stages_and_conditions() {
    super::check(
        &[
            ("avant la prochaine réunion ministérielle", "event before 0 [la prochaine réunion ministérielle]"),
            ("d'ici la prochaine réunion ministérielle", "event before 0 [la prochaine réunion ministérielle]"),
            ("deux semaines avant la conférence", "event before 14 [la conférence]"),
            ("au moins 30 jours avant le sommet", "event before 30 [le sommet]"),
            ("trois mois après le renouvellement du mandat", "event after 90 [le renouvellement du mandat]"),
            ("dans les six mois suivant l'adoption de la résolution", "event after 180 [l'adoption de la résolution]"),
            ("dans un délai de 90 jours à compter de la signature", "event after 90 [la signature]"),
            ("à la suite de l'examen", "event after 0 [l'examen]"),
            ("lors de la prochaine session", "event after 0 [la prochaine session]"),
            ("à la prochaine réunion", "event after 0 [la prochaine réunion]"),
            ("dès le démarrage de la mission", "stage"),
            ("au début de la mission", "stage"),
            ("pendant la phase de planification", "stage"),
            ("lors des négociations du mandat", "stage"),
            ("pendant le retrait", "stage"),
            ("sous réserve de la disponibilité des fonds", "condition"),
            ("si le Conseil en décide ainsi", "condition"),
            ("lorsque les ressources le permettront", "condition"),
            ("dès que les fonds seront disponibles", "condition"),
            ("une fois les fonds disponibles", "condition"),
            ("si possible", "condition"),
            ("à condition que l'État hôte y consente", "condition"),
        ],
        None,
    );
}

#[test]
fn again_and_again_or_no_time() {
    super::check(
        &[
            ("tous les six mois", "recurring every 6"),
            ("chaque année", "recurring every 12"),
            ("tous les ans", "recurring every 12"),
            ("tous les deux ans", "recurring every 24"),
            ("une fois tous les deux ans", "recurring every 24"),
            ("deux fois par an", "recurring every 6"),
            ("une fois l'an", "recurring every 12"),
            ("chaque trimestre", "recurring every 3"),
            ("à la fin de chaque trimestre", "recurring every 3"),
            ("trimestriellement", "recurring every 3"),
            ("annuel", "recurring every 12"),
            ("au plus tard le 31 mars de chaque année", "recurring every 12"),
            ("chaque mois à partir de janvier 2027", "recurring 2027-01-31..? every 1"),
            ("tous les six mois jusqu'en 2029", "recurring ?..2029-12-31 every 6"),
            ("régulièrement", "recurring"),
            ("en cours", "none"),
            ("aucune", "none"),
            ("sans échéance", "none"),
            ("dès que possible", "none"),
            ("dans les meilleurs délais", "none"),
            ("à partir de 2027", "none 2027-01-01..?"),
            ("dès janvier 2027", "none 2027-01-01..?"),
        ],
        None,
    );
}
