//! Trunk and wasm-bindgen's command line, at exactly the versions the page is built with.
//!
//! They come from PATH where that version is there, else from a folder of their own per version, outside the
//! repository so that all clones share it.

use crate::program::{executable, on_path, run, version};
use crate::workspace::wasm_bindgen_version;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Trunk's version; the hooks and file names that the page relies on were tried with this one.
const TRUNK: &str = "0.21.14";

/// How the tools are compiled: they had better be there soon than be fast.
const QUICKLY: &[(&str, &str)] = &[("CARGO_PROFILE_RELEASE_LTO", "off"), ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")];

/// Where the tools are.
pub(crate) struct Tools {
    /// The program that builds the page.
    pub(crate) trunk: PathBuf,
    wasm_bindgen: PathBuf,
}

impl Tools {
    /// Finds the tools, and installs those that are missing.
    pub(crate) fn ensure(root: &Path) -> Result<Self> {
        let cache = cache(|name| std::env::var_os(name)).context(
            "no place to install tools in: set CROSSREAD_TOOLS to a folder (there is no home folder in the environment)",
        )?;
        let trunk = Tool {
            package: "trunk",
            program: "trunk",
            version: TRUNK.into(),
            takes: "about 5 minutes, more on a busy machine",
            // It is to download nothing, so it needs no encryption.
            words: &["--no-default-features"],
            // It mostly starts other programs.
            optimised: "0",
        };
        let wasm_bindgen = Tool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: wasm_bindgen_version(root)?,
            takes: "1 to 3 minutes",
            words: &[],
            optimised: "1",
        };
        Ok(Self { trunk: trunk.ensure(&cache)?, wasm_bindgen: wasm_bindgen.ensure(&cache)? })
    }

    /// PATH with the tools before everything else: Trunk looks for wasm-bindgen there.
    pub(crate) fn path(&self) -> Result<OsString> {
        let own = [&self.trunk, &self.wasm_bindgen].into_iter().filter_map(|file| file.parent()).map(Path::to_owned);
        let old = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = own.chain(std::env::split_paths(&old)).collect();
        std::env::join_paths(folders).context("a folder of the tools cannot stand in PATH")
    }
}

struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// How long the installation takes, for who waits for it.
    takes: &'static str,
    /// What else `cargo install` is told.
    words: &'static [&'static str],
    /// Cargo's `opt-level`.
    optimised: &'static str,
}

impl Tool {
    fn ensure(&self, cache: &Path) -> Result<PathBuf> {
        if let Some(file) = on_path(&[self.program]).filter(|file| self.is(file)) {
            return Ok(file);
        }
        let folder = cache.join(format!("{}-{}", self.program, self.version));
        let file = folder.join("bin").join(executable(self.program));
        // That it runs and tells the right version is what tells a finished installation from a broken one.
        if !self.is(&file) {
            self.install(cache, &folder)?;
        }
        if !self.is(&file) {
            anyhow::bail!("{} was installed but does not report version {}", file.display(), self.version);
        }
        Ok(file)
    }

    fn is(&self, file: &Path) -> bool {
        version(file).is_some_and(|found| found == self.version)
    }

    fn install(&self, cache: &Path, folder: &Path) -> Result<()> {
        let Self { package, version, takes, words, optimised, .. } = self;
        println!("Installing {package} {version} into {} ({takes}, once)", folder.display());
        std::fs::create_dir_all(cache).with_context(|| format!("cannot make the folder {}", cache.display()))?;
        // A lasting build folder, so that an interrupted installation goes on where it stopped.
        let build = cache.join(format!("{}-{version}-build", self.program));
        let install = |locked: &[&str]| {
            let mut command = Command::new("cargo");
            command.args(["install", package, "--version", version]).args(*words).args(locked);
            command.arg("--root").arg(folder).arg("--target-dir").arg(&build);
            // Outside the repository and its settings; the toolchain stays the repository's.
            command.current_dir(cache).stdin(std::process::Stdio::null());
            for setting in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
                command.env_remove(setting);
            }
            run(command.envs(QUICKLY.iter().copied()).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", optimised))
        };
        if let Err(error) = install(&["--locked"]) {
            println!("{error:#}\nTrying again with other versions of the crates that {package} uses");
            install(&[]).with_context(|| {
                format!("{package} could not be installed. To see why: cargo install {package} --version {version}")
            })?;
        }
        // Only room on the disk is lost if this fails.
        let _ = std::fs::remove_dir_all(&build);
        Ok(())
    }
}

/// The folder for tools: `$CROSSREAD_TOOLS`, or `crossread/tools` where this system keeps caches.
fn cache(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(own) = folder("CROSSREAD_TOOLS") {
        return std::path::absolute(own).ok();
    }
    let caches = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        folder("XDG_CACHE_HOME")
            .filter(|folder| folder.is_absolute())
            .or_else(|| folder("HOME").map(|home| home.join(".cache")))
    };
    Some(caches?.join("crossread").join("tools"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(variables: &[(&str, &str)]) -> Option<PathBuf> {
        cache(|name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value)))
    }

    #[test]
    fn the_tools_folder_can_be_chosen() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(check(&[("CROSSREAD_TOOLS", "t"), ("HOME", "/h")]), Some(here.join("t")));
        assert_eq!(check(&[("CROSSREAD_TOOLS", "")]), None);
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn the_tools_folder_is_where_caches_are() {
        assert_eq!(check(&[("HOME", "/h")]), Some("/h/.cache/crossread/tools".into()));
        assert_eq!(check(&[("HOME", "/h"), ("XDG_CACHE_HOME", "/c")]), Some("/c/crossread/tools".into()));
        assert_eq!(check(&[]), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_broken_installation_is_not_taken_for_done() {
        let folder = std::env::temp_dir().join(format!("crossread-tools-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("oven");
        let oven = Tool {
            package: "oven-cli",
            program: "oven",
            version: "1.2.3".into(),
            takes: "",
            words: &[],
            optimised: "1",
        };
        assert!(!oven.is(&file), "absent");
        for (script, right) in [("exit 1", false), ("echo oven 1.2.4", false), ("echo oven 1.2.3", true)] {
            // Written by another process: a file that this one still holds open for writing cannot be run.
            let write = format!("printf '#!/bin/sh\n{script}\n' > oven && chmod +x oven");
            assert!(Command::new("sh").current_dir(&folder).args(["-c", &write]).status().unwrap().success());
            assert_eq!(oven.is(&file), right, "{script}");
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
