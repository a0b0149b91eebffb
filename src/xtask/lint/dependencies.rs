//! Who may depend on whom. The reader pays for the page's dependencies, and the corpus must run anywhere.

use crate::program::{cargo, output};
use crate::setup::WASM;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::path::Path;

/// What one package must not depend on, directly or through others. Build-time and test dependencies are free.
struct Rule {
    package: &'static str,
    /// The target whose dependencies count; `all` for every one.
    target: &'static str,
    /// Names, or beginnings of names followed by `*`.
    forbidden: &'static [&'static str],
    why: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        package: "crossread-corpus",
        target: "all",
        forbidden: &["wasm-bindgen", "web-sys", "js-sys", "leptos", "crossread-analysis"],
        why: "the corpus knows no browser and no analysis",
    },
    Rule {
        package: "crossread-analysis",
        target: "all",
        forbidden: &["crossread-page", "crossread-cli", "leptos", "web-sys"],
        why: "the analysis is the same in the build, in the browser and on the command line",
    },
    Rule {
        package: "crossread-take",
        target: "all",
        forbidden: &["wasm-bindgen", "web-sys", "js-sys", "leptos", "crossread-analysis"],
        why: "what is taken away or brought along is worked out without a browser and without the analysis",
    },
    Rule {
        package: "crossread-page",
        target: WASM,
        forbidden: &[
            "crossread-analysis",
            "crossread-lenses",
            "crossread-panel",
            "crossread-take",
            "crossread-worker",
            "crossread-cli",
        ],
        why: "every reader would load the analysis; the page's build script does it beforehand",
    },
    Rule {
        package: "crossread-lenses",
        target: WASM,
        forbidden: &["crossread-analysis", "crossread-page", "crossread-panel", "crossread-cli", "leptos"],
        why: "the lenses show what was found before, and the page draws it",
    },
    Rule {
        package: "crossread-panel",
        target: WASM,
        forbidden: &["crossread-analysis", "crossread-page", "crossread-worker", "crossread-cli"],
        why: "the panel shows what the worker does, and does nothing of it itself",
    },
    Rule {
        package: "crossread-worker",
        target: WASM,
        forbidden: &["crossread-page", "crossread-panel", "crossread-cli", "leptos"],
        why: "the worker shows nothing: it reads, keeps and analyses",
    },
    Rule {
        package: "crossread-xtask",
        target: "all",
        forbidden: &["crossread-*"],
        why: "the first command must run before anything of ours compiles",
    },
];

/// Checks every rule against the real tree.
pub(crate) fn check(root: &Path) -> Result<()> {
    println!("Checking who depends on whom");
    for rule in RULES {
        let arguments = ["tree", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}"];
        let tree = output(cargo(root, &arguments).args(["--package", rule.package, "--target", rule.target]))?;
        rule.check(&tree)?;
    }
    Ok(())
}

impl Rule {
    fn check(&self, tree: &str) -> Result<()> {
        let names = names(tree);
        // Without this an empty or misread tree would pass every rule.
        names.get(self.package).with_context(|| format!("`cargo tree` does not show {} itself", self.package))?;
        let others = names.iter().copied().filter(|name| *name != self.package);
        let found: Vec<&str> = others.filter(|name| self.forbids(name)).collect();
        if !found.is_empty() {
            let Self { package, target, why, .. } = self;
            bail!(
                "{package} depends on {}, and must not: {why}. To see how: cargo tree -e normal -p {package} \
                 --target {target} -i {}",
                found.join(", "),
                found[0]
            );
        }
        Ok(())
    }

    fn forbids(&self, name: &str) -> bool {
        self.forbidden.iter().any(|pattern| match pattern.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => name == *pattern,
        })
    }
}

/// The package names in the output of `cargo tree --prefix none --format {p}`: `name v1.2.3 (place) (*)`.
fn names(tree: &str) -> BTreeSet<&str> {
    let lines = tree.lines().filter_map(|line| line.split_once(' '));
    lines.filter(|(_, rest)| rest.starts_with('v')).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "oven v0.1.0 (/kitchen/oven)\nheat v1.2.3\nheat-core v1.0.0 (proc-macro)\n\nheat v1.2.3 (*)\n";

    fn check(package: &'static str, forbidden: &'static [&'static str]) -> Result<()> {
        Rule { package, target: "all", forbidden, why: "it burns" }.check(TREE)
    }

    #[test]
    fn a_tree_is_read() {
        assert_eq!(names(TREE).into_iter().collect::<Vec<_>>(), ["heat", "heat-core", "oven"]);
        assert!(names("warning: nothing to print.\n\n").is_empty());
    }

    #[test]
    fn a_forbidden_dependency_is_found() {
        let error = check("oven", &["fire", "heat-core"]).unwrap_err().to_string();
        for part in ["oven depends on heat-core", "it burns", "-i heat-core"] {
            assert!(error.contains(part), "{part} is missing in {error}");
        }
        assert!(check("oven", &["hea*"]).unwrap_err().to_string().contains("heat, heat-core"));
    }

    #[test]
    fn what_is_allowed_passes() {
        check("oven", &["fire", "hea", "core"]).unwrap();
        check("oven", &["oven*"]).unwrap();
    }

    #[test]
    fn a_tree_of_something_else_does_not_pass() {
        assert!(check("kettle", &["fire"]).is_err());
    }
}
