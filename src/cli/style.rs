//! The page's style sheets, put in the page: what a reader sees first then waits for no other file, and neither do the
//! scripts, which browsers do not run before the style sheets above them are there.

use crate::{
    shell::{Shell, file_of},
    single_file::read,
};
use anyhow::{Context, Result, bail};
use maud::{PreEscaped, html};
use std::{fs, path::Path};

/// Puts the style sheets that `shell` links to, files in the folder `staging`, in their places.
///
/// # Errors
/// When one is missing, or holds what cannot stand in a page.
pub(crate) fn inline(shell: &Shell, staging: &Path) -> Result<()> {
    for sheet in shell.sheets()? {
        let css = read(staging, file_of(&sheet.href))?;
        let lower = css.to_ascii_lowercase();
        for (word, why) in [
            ("</style", "would end the style element"),
            ("@import", "loads another file; link that file from index.html instead"),
        ] {
            if lower.contains(word) {
                bail!("{}: `{word}` {why}", sheet.href);
            }
        }
        if lower
            .match_indices("url(")
            .any(|(at, url)| !lower[at + url.len()..].trim_start_matches(['"', '\'', ' ']).starts_with("data:"))
        {
            bail!("{}: `url(…)` loads another file; only `data:` can stand in one file", sheet.href);
        }
        let style = html! { style media=[sheet.media] { (PreEscaped(css)) } };
        sheet.link.replace_with_html(style.into_string());
    }
    Ok(())
}

/// Takes away the files of the style sheets that `shell` links to: for a page that needs none of them any more.
///
/// # Errors
/// When one cannot be taken away.
pub(crate) fn remove_files(shell: &Shell, staging: &Path) -> Result<()> {
    for sheet in shell.sheets()? {
        let path = staging.join(file_of(&sheet.href));
        fs::remove_file(&path).with_context(|| format!("{} cannot be taken away", path.display()))?;
    }
    Ok(())
}
