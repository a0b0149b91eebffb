//! The whole page in one file, which opens by double click: styles, scripts and program stand in it, and it asks for
//! nothing else.

use crate::{
    lazy::Lazy,
    module, policy,
    shell::{Shell, file_of},
    style,
    whole::Whole,
};
use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use maud::{Markup, PreEscaped, html};
use std::{fs, io::Write, path::Path};

/// The script that unpacks the program and starts it.
const START: &str = include_str!("single_file.mjs");

/// Makes the page of `shell`, whose files are in the folder `staging`; `plain` are the articles.
pub(crate) fn build(shell: Shell, staging: &Path, lazy: &[Lazy], whole: &Whole, plain: &Markup) -> Result<String> {
    style::inline(&shell, staging)?;
    inline_program(&shell, staging)?;
    // Last: they are needed last.
    for program in lazy {
        shell.select("body").append_html(program.inline()?.into_string());
    }
    shell.select("body").append_html(whole.inline().into_string());
    // What is left of links is about other files: preloads, icons, manifests.
    shell.select("link[href]:not([href^='data:'])").remove();
    let elsewhere = shell.select("[src]:not([src^='data:'])");
    if let Some(element) = elsewhere.iter().next() {
        bail!("{} leads to another file, which crossread.html cannot have", element.html());
    }
    // The panel's script is put in the page when it is needed; those of workers become blobs.
    let panel = lazy.iter().filter(|program| program.kind == "panel").map(Lazy::inline_script);
    let scripts: Vec<String> = shell.scripts().into_iter().chain(panel).collect();
    shell.set_policy(&policy::single_file(&scripts, &shell.styles()));
    shell.finish(plain)
}

fn inline_program(shell: &Shell, staging: &Path) -> Result<()> {
    let script = shell.start_script()?;
    let Parts { glue, start, wasm } = Parts::of(&script.text())?;
    let expression = |file: &str| {
        let text = read(staging, file)?;
        module::as_expression(&text).with_context(|| staging.join(file).display().to_string())
    };
    let text = format!("\nconst glue = {};\nconst start = {};\n{START}", expression(&glue)?, expression(&start)?);
    let path = staging.join(&wasm);
    let program = fs::read(&path).with_context(|| format!("{}: the program is missing", path.display()))?;
    script.remove();
    let body = shell.select("body");
    let holder = html! { script type="application/octet-stream" id="wasm" { (pack(&program)?) } };
    let script = html! { script type="module" { (PreEscaped(inside_script(&text))) } };
    body.append_html(holder.into_string());
    body.append_html(script.into_string());
    Ok(())
}

/// The files that Trunk's start script brings together.
#[derive(Debug, PartialEq)]
struct Parts {
    /// What wasm-bindgen wrote.
    glue: String,
    /// What tells the reader how far loading is.
    start: String,
    /// The program.
    wasm: String,
}

impl Parts {
    fn of(script: &str) -> Result<Self> {
        let import = |name: &str| {
            let lines = script.lines().filter_map(|line| line.trim_start().strip_prefix("import ")?.strip_prefix(name));
            let lines = lines.filter(|rest| rest.starts_with([' ', ',']));
            one(lines.flat_map(quoted).collect()).with_context(|| {
                format!("its start script must import `{name}` once, as Trunk 0.21 writes it for data-initializer")
            })
        };
        let programs = script.lines().flat_map(quoted).filter(|text| text.ends_with(".wasm")).collect();
        let wasm = one(programs).context("its start script must name one .wasm file")?;
        Ok(Self { glue: import("init")?, start: import("initializer")?, wasm })
    }
}

/// The file that all of these addresses name, if it is one.
fn one(mut addresses: Vec<&str>) -> Result<String> {
    addresses.dedup();
    match addresses.as_slice() {
        [address] => Ok(file_of(address).to_owned()),
        [] => bail!("there is none"),
        several => bail!("there are {}", several.join(" and ")),
    }
}

/// The strings in a line of a script.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let open = rest.find(['\'', '"'])?;
        let quote = rest[open..].chars().next()?;
        let (inside, after) = rest[open + 1..].split_once(quote)?;
        rest = after;
        Some(inside)
    })
}

/// The bytes as text that can stand in a page: gzipped, in base64.
pub(crate) fn pack(program: &[u8]) -> Result<String> {
    Ok(in_base64(&gzip(program)?))
}

/// The bytes, compressed.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).context("cannot be compressed")?;
    encoder.finish().context("cannot be compressed")
}

/// The bytes as text.
pub(crate) fn in_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// A script whose strings cannot end the element they stand in.
pub(crate) fn inside_script(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        safe += before;
        let ends = ["</script", "<script", "<!--"]
            .iter()
            .any(|word| from.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)));
        safe += if ends { "\\x3C" } else { "<" };
        rest = &from[1..];
    }
    safe + rest
}

/// A file that the page needs.
pub(crate) fn read(staging: &Path, file: &str) -> Result<String> {
    let path = staging.join(file);
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read, and index.html needs it", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::tests::PAGE;
    use flate2::read::GzDecoder;
    use std::io::Read;

    #[test]
    fn the_parts_are_found_in_trunks_script() {
        let shell = Shell::parse(PAGE).unwrap();
        let parts = Parts::of(&shell.start_script().unwrap().text()).unwrap();
        let expected = Parts { glue: "oven-1.js".into(), start: "2-start.mjs".into(), wasm: "oven-1_bg.wasm".into() };
        assert_eq!(parts, expected);
    }

    #[test]
    fn unclear_parts_are_refused() {
        let script = "import init, * as b from '/x/a.js';\nimport initializer from \"./s.mjs\";\ngo('./a.wasm')";
        assert_eq!(Parts::of(script).unwrap().glue, "a.js");
        for (from, to, word) in [
            ("'./a.wasm'", "'./a.wasm', './b.wasm'", "./a.wasm and ./b.wasm"),
            ("'./a.wasm'", "", "none"),
            ("import initializer", "import other", "`initializer`"),
            ("import init,", "import initial,", "`init`"),
        ] {
            let error = format!("{:#}", Parts::of(&script.replace(from, to)).unwrap_err());
            assert!(error.contains(word), "{error}");
        }
    }

    #[test]
    fn the_program_comes_out_as_it_went_in() {
        let program: Vec<u8> = (0..=255).cycle().take(5000).collect();
        let packed = pack(&program).unwrap();
        assert_eq!(packed, pack(&program).unwrap());
        let mut unpacked = Vec::new();
        GzDecoder::new(STANDARD.decode(packed).unwrap().as_slice()).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, program);
    }

    #[test]
    fn no_string_ends_the_script() {
        let text = "a < b; '</SCRIPT>'; `<!-- <script>`; x<é";
        assert_eq!(inside_script(text), "a < b; '\\x3C/SCRIPT>'; `\\x3C!-- \\x3Cscript>`; x<é");
    }
}
