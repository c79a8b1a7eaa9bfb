//! The TypeScript of the window, from the list of commands: every argument and reply type, and one map of commands.
//! `ui/src/ipc/commands.ts` is this text; a test holds it current.

use followthrough_model::Kind;
use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

/// Collects what the commands are made of.
pub(crate) struct Describe {
    cfg: Config,
    seen: HashSet<TypeId>,
    types: BTreeMap<String, String>,
    map: String,
    reads: String,
}

impl Describe {
    pub(crate) fn command<A: TS + 'static, R: TS + 'static>(&mut self, name: &str, sort: &str, reads: &[Kind]) {
        self.visit::<A>();
        self.visit::<R>();
        let args = A::name(&self.cfg);
        let reply = R::name(&self.cfg);
        self.map += &docs::<A>("  ");
        let _ = writeln!(self.map, "  {name}: {{ args: {args}Args; reply: {reply}; sort: \"{sort}\" }};");
        if sort == "query" {
            let kinds: Vec<String> = reads.iter().map(|k| serde_json::to_string(k).unwrap_or_default()).collect();
            let _ = writeln!(self.reads, "  {name}: [{}],", kinds.join(", "));
        }
        // A command's arguments are called after it, apart from replies of the same name.
        let decl = self.types.remove(&args).unwrap_or_default();
        self.types.insert(format!("{args}Args"), decl.replacen(&format!("type {args} "), &format!("type {args}Args "), 1));
    }
}

fn docs<T: TS>(indent: &str) -> String {
    let Some(docs) = T::docs() else { return String::new() };
    let first = docs
        .lines()
        .map(|l| l.trim().trim_start_matches("/**").trim_start_matches('*').trim_end_matches("*/").trim())
        .find(|l| !l.is_empty());
    first.map_or_else(String::new, |line| format!("{indent}/** {line} */\n"))
}

impl TypeVisitor for Describe {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        if T::output_path().is_some() {
            let name = T::ident(&self.cfg);
            let clash = self.types.insert(name.clone(), format!("export {}\n", T::decl(&self.cfg)));
            assert!(clash.is_none(), "two types are called {name}");
        }
    }
}

/// The whole file.
pub fn typescript() -> String {
    let mut v = Describe {
        cfg: Config::new().with_large_int("number"),
        seen: HashSet::new(),
        types: BTreeMap::new(),
        map: String::new(),
        reads: String::new(),
    };
    v.visit::<crate::Envelope>();
    v.visit::<crate::Problem>();
    v.visit::<crate::Grant>();
    crate::list::describe(&mut v);
    let types: String = v.types.values().map(String::as_str).collect::<Vec<_>>().join("\n");
    format!(
        "// Made from the Rust list of commands by `make types`; do not edit. A test holds it current.\n\n{types}\n\
         /** What a call answers. */\nexport type Outcome<R> = {{ reply: R; entry: number | null; kinds: Kind[]; ids: string[] }};\n\n\
         /** Every command: its arguments, its reply, and whether it edits. */\nexport interface Commands {{\n{}}}\n\n\
         /** The kinds of rows that the answer to a query depends on. */\nexport const READS = {{\n{}}} as const satisfies Record<string, readonly Kind[]>;\n",
        v.map, v.reads
    )
}
