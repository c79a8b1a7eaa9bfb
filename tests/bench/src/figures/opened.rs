//! What is opened and written out: item pages, search as typed, the summary.

use super::Said;
use crate::measure::{Figure, in_turns, median};
use crate::{AT, TYPED, reading};
use followthrough_bench::generator::TODAY;
use followthrough_commands::{Desk, Search, Show, Summary};
use rusqlite::Connection;
use std::path::Path;

pub(super) fn pages(desk: &Desk, conn: &Connection, say: &mut impl FnMut(Figure)) -> Said {
    let as_of = TODAY.to_string();
    let references = |sql: &str| -> rusqlite::Result<Vec<String>> {
        conn.prepare(sql)?.query_map([], |r| Ok(followthrough_model::reference::letters(r.get(0)?, r.get(1)?)))?.collect()
    };
    let usual = references("SELECT code, shown FROM item WHERE kind = 10 AND life = 0 ORDER BY code LIMIT 400")?;
    let long = references(
        "SELECT i.code, i.shown FROM item i JOIN (SELECT commitment, count(*) AS n FROM update_ GROUP BY commitment ORDER BY n DESC LIMIT 20) u ON u.commitment = i.rid",
    )?;
    for (letters, rounds, allowed) in [(&usual, 400, Some(1.5)), (&long, 100, None)] {
        let show = |letters: &String| desk.ask(Show { item: format!("C-{letters}") }, &AT).expect("a page");
        let of = |round: usize| &letters[round % letters.len()];
        let times = in_turns(
            rounds,
            |round| drop(show(of(round))),
            |round| drop(reading::page(conn, of(round), &as_of).expect("by hand")),
        );
        if let Some(allowed) = allowed {
            say(Figure::new("item page with everything on it", times, allowed));
        } else {
            let page = reading::page(conn, &letters[0], &as_of)?;
            say(Figure::told(format!("  the longest pages ({} updates, {} uses)", page.updates.len(), page.uses.len()), times));
        }
    }
    Ok(())
}

pub(super) fn search(desk: &Desk, conn: &Connection, say: &mut impl FnMut(Figure)) -> Said {
    let typed: Vec<String> = TYPED
        .iter()
        .flat_map(|words| words.char_indices().map(|(at, c)| words[..at + c.len_utf8()].to_owned()))
        .filter(|typed| !typed.ends_with(' '))
        .collect();
    let (mut ours, mut limit, mut bare, mut worst) = (Vec::new(), Vec::new(), Vec::new(), ("", (0.0, 0.0)));
    for words in &typed {
        let find = || desk.ask(Search { words: words.clone(), ..Search::default() }, &AT).expect("hits");
        assert_eq!(find().hits.len(), reading::shown_hits(conn, words)?.len(), "both find the same");
        let (a, b) = in_turns(7, |_| drop(find()), |_| drop(reading::shown_hits(conn, words).expect("by hand")));
        let (_, c) = in_turns(3, |_| (), |_| drop(reading::hits(conn, words).expect("by hand")));
        if a > worst.1.0 {
            worst = (words.as_str(), (a, b));
        }
        ours.push(a);
        limit.push(b);
        bare.push(c);
    }
    let mean = |of: &[f64]| of.iter().sum::<f64>() / f64::from(u32::try_from(of.len()).unwrap_or(1));
    say(Figure::new("search as typed, first 50", (median(ours.clone()), median(limit.clone())), 1.5));
    say(Figure::told("  mean of all that was typed", (mean(&ours), mean(&limit))));
    say(Figure::told("  against FTS5 alone, row numbers only", (median(ours), median(bare))));
    say(Figure::told(format!("  the slowest that was typed, {}", worst.0), worst.1));
    Ok(())
}

#[allow(clippy::unnecessary_wraps)] // one shape for all figures
pub(super) fn summary(desk: &Desk, conn: &Connection, folder: &Path, say: &mut impl FnMut(Figure)) -> Said {
    let as_of = TODAY.to_string();
    let output = folder.join("summary.json");
    let summary = || {
        let output = output.to_string_lossy();
        let command = Summary { format: "json".to_owned(), output: output.as_ref().into(), ..Summary::default() };
        followthrough_commands::Act::run(command, desk, &AT).expect("a summary");
    };
    let by_hand = || {
        let mut read = 0;
        reading::summary(conn, &as_of, |row| {
            read += 1;
            drop(row);
        })
        .expect("by hand");
        assert!(read > 0);
    };
    say(Figure::new("summary --format json of the whole", in_turns(5, |_| summary(), |_| by_hand()), 2.0));
    Ok(())
}
