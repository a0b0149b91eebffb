//! Installing packages of the system: done on Debian and Ubuntu as root, elsewhere the command to type is named.

use crate::program::{on_path, output, program, run};
use anyhow::Result;
use std::path::Path;

/// What one needs, under the names that package managers have for it.
pub(crate) struct Package {
    /// What it is called in sentences.
    pub(crate) name: &'static str,
    /// Debian's and Ubuntu's names.
    pub(crate) apt: &'static [&'static str],
    /// Fedora's name.
    pub(crate) dnf: &'static str,
    /// Arch's name.
    pub(crate) pacman: &'static str,
    /// What follows `brew install`.
    pub(crate) brew: &'static str,
    /// What follows `winget install`.
    pub(crate) winget: &'static str,
}

impl Package {
    /// Installs it where that can be done without asking.
    pub(crate) fn install(&self, root: &Path) -> Result<()> {
        if on_path(&["apt-get"]).is_none() || !is_root(root) {
            anyhow::bail!("{} is missing. Type this, then try again:\n  {}", self.name, self.command());
        }
        println!("Installing {} with apt-get (a minute or two)", self.name);
        run(program("apt-get", root).args(["update", "--quiet"]))?;
        let install = ["install", "--quiet", "--yes"];
        run(program("apt-get", root).env("DEBIAN_FRONTEND", "noninteractive").args(install).args(self.apt))
    }

    /// What to type on this system.
    fn command(&self) -> String {
        if cfg!(windows) {
            format!("winget install {}", self.winget)
        } else if cfg!(target_os = "macos") {
            format!("brew install {}", self.brew)
        } else if on_path(&["dnf"]).is_some() {
            format!("sudo dnf install {}", self.dnf)
        } else if on_path(&["pacman"]).is_some() {
            format!("sudo pacman -S {}", self.pacman)
        } else {
            format!("sudo apt-get install {}", self.apt.join(" "))
        }
    }
}

fn is_root(root: &Path) -> bool {
    cfg!(unix) && output(program("id", root).arg("-u")).is_ok_and(|id| id.trim() == "0")
}
